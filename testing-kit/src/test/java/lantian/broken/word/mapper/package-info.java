/** A package that is named after no idea. */
@NullMarked
package lantian.broken.word.mapper;

import org.jspecify.annotations.NullMarked;
