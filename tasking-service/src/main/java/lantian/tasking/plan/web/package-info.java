/** Shows a jurisdiction's plan. */
@NullMarked
package lantian.tasking.plan.web;

import org.jspecify.annotations.NullMarked;
