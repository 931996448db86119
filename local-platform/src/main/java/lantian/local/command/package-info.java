/** One class for each command of the {@code lantian} script. */
@NullMarked
package lantian.local.command;

import org.jspecify.annotations.NullMarked;
