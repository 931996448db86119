/** One change through all services, as operators see it in their traces. */
@NullMarked
package lantian.local.trace;

import org.jspecify.annotations.NullMarked;
