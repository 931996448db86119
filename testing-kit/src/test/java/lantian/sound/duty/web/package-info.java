/** The REST of the sample. */
@NullMarked
package lantian.sound.duty.web;

import org.jspecify.annotations.NullMarked;
