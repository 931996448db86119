/** One change at a time in each jurisdiction. */
@NullMarked
package lantian.warning.turn;

import org.jspecify.annotations.NullMarked;
