/** A class that knows another service. */
@NullMarked
package lantian.broken.foreign;

import org.jspecify.annotations.NullMarked;
