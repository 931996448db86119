/** Reads the plan files, strictly: what is not understood is refused with its file and line. */
@NullMarked
package lantian.tasking.plan.yaml;

import org.jspecify.annotations.NullMarked;
