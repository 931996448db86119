/** A package that is named after no idea. */
@NullMarked
package lantian.broken.word.common;

import org.jspecify.annotations.NullMarked;
