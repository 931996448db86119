/** What others do, and what the machine can do. */
@NullMarked
package lantian.bench.peer;

import org.jspecify.annotations.NullMarked;
