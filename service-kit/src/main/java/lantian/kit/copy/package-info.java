/** Many rows at once, the quickest way that the database has. */
@NullMarked
package lantian.kit.copy;

import org.jspecify.annotations.NullMarked;
