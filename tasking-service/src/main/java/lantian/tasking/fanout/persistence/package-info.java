/** Fan-outs in PostgreSQL. */
@NullMarked
package lantian.tasking.fanout.persistence;

import org.jspecify.annotations.NullMarked;
