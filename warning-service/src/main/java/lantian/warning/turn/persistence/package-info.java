/** Turns as a row that is updated first. */
@NullMarked
package lantian.warning.turn.persistence;

import org.jspecify.annotations.NullMarked;
