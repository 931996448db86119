/** What operators see of a service. */
@NullMarked
package lantian.kit.observability;

import org.jspecify.annotations.NullMarked;
