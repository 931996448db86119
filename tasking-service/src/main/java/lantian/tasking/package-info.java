/** From a level change to the duties of every unit, and to their completion. */
@NullMarked
package lantian.tasking;

import org.jspecify.annotations.NullMarked;
