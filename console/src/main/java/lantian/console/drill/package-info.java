/** Drills that are open, for those who take part. */
@NullMarked
package lantian.console.drill;

import org.jspecify.annotations.NullMarked;
