/** Publications, told to the other services. */
@NullMarked
package lantian.warning.warning.messaging;

import org.jspecify.annotations.NullMarked;
