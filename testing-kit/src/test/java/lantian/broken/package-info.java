/** A service that breaks every house rule, each at one place. */
@NullMarked
package lantian.broken;

import org.jspecify.annotations.NullMarked;
