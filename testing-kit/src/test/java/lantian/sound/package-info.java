/** A small service that keeps every house rule. */
@NullMarked
package lantian.sound;

import org.jspecify.annotations.NullMarked;
