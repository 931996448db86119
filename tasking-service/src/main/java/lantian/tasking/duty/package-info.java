/** A duty that a unit has under a warning: what is asked, and what became of it. */
@NullMarked
package lantian.tasking.duty;

import org.jspecify.annotations.NullMarked;
