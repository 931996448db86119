/** The SQL of the sample. */
@NullMarked
package lantian.sound.duty.persistence;

import org.jspecify.annotations.NullMarked;
