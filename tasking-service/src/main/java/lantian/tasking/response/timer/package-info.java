/** What a response asks for by the passing of time alone. */
@NullMarked
package lantian.tasking.response.timer;

import org.jspecify.annotations.NullMarked;
