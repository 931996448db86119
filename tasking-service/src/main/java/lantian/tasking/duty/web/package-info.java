/** Duties for liaisons, who do them, and for those who look after them. */
@NullMarked
package lantian.tasking.duty.web;

import org.jspecify.annotations.NullMarked;
