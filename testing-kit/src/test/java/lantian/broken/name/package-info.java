/** Names that say nothing. */
@NullMarked
package lantian.broken.name;

import org.jspecify.annotations.NullMarked;
