/** A package that is named after no idea. */
@NullMarked
package lantian.broken.word.util;

import org.jspecify.annotations.NullMarked;
