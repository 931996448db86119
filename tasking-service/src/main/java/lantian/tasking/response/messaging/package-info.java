/** Level changes in, the duties of units out. */
@NullMarked
package lantian.tasking.response.messaging;

import org.jspecify.annotations.NullMarked;
