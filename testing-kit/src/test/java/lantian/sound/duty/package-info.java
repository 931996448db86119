/** What the sample service is about. */
@NullMarked
package lantian.sound.duty;

import org.jspecify.annotations.NullMarked;
