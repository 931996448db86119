/** A package that is named after no idea. */
@NullMarked
package lantian.broken.word.service;

import org.jspecify.annotations.NullMarked;
