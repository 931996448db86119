/** What every service shares at run time, switched on by one auto-configuration. */
@NullMarked
package lantian.kit;

import org.jspecify.annotations.NullMarked;
