/**
 * The work of a fan-out (任务下达): recorded when a level change is read, claimed and written chunk by
 * chunk by whichever instance is free, resumed where it stopped.
 */
@NullMarked
package lantian.tasking.fanout;

import org.jspecify.annotations.NullMarked;
