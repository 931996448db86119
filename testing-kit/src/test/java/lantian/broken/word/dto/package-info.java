/** A package that is named after no idea. */
@NullMarked
package lantian.broken.word.dto;

import org.jspecify.annotations.NullMarked;
