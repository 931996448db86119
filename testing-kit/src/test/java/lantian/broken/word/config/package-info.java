/** A package that is named after no idea. */
@NullMarked
package lantian.broken.word.config;

import org.jspecify.annotations.NullMarked;
