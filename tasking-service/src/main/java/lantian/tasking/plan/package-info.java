/** The plans as data: which unit has which duty, at which level, by which clause. */
@NullMarked
package lantian.tasking.plan;

import org.jspecify.annotations.NullMarked;
