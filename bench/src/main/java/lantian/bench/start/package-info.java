/** The platform as a process: its start and its memory. */
@NullMarked
package lantian.bench.start;

import org.jspecify.annotations.NullMarked;
