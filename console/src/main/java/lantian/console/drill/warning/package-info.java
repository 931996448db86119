/** Reads drills from warning-service. */
@NullMarked
package lantian.console.drill.warning;

import org.jspecify.annotations.NullMarked;
