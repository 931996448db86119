/** The worker that writes fan-outs, and what is seen of it. */
@NullMarked
package lantian.tasking.response.worker;

import org.jspecify.annotations.NullMarked;
