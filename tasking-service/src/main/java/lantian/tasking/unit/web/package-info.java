/** Shows the units of a plan with what they have to do. */
@NullMarked
package lantian.tasking.unit.web;

import org.jspecify.annotations.NullMarked;
