/** Reads the situation from warning-service. */
@NullMarked
package lantian.console.situation.warning;

import org.jspecify.annotations.NullMarked;
