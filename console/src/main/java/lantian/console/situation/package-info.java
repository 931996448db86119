/** Which level is in force where, as warning-service tells the public. */
@NullMarked
package lantian.console.situation;

import org.jspecify.annotations.NullMarked;
