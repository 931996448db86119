/** A warning that was published in error is taken back, by one person in two actions. */
@NullMarked
package lantian.warning.correction;

import org.jspecify.annotations.NullMarked;
