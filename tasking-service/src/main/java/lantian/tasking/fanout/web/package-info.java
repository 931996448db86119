/** Fan-outs for operators. */
@NullMarked
package lantian.tasking.fanout.web;

import org.jspecify.annotations.NullMarked;
