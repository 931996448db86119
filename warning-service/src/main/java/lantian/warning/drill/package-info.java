/** Drills (演练): who announced which, for how long, and how each was ended. */
@NullMarked
package lantian.warning.drill;

import org.jspecify.annotations.NullMarked;
