/** Warnings (预警) as published: their revisions and what led to each. */
@NullMarked
package lantian.warning.warning;

import org.jspecify.annotations.NullMarked;
