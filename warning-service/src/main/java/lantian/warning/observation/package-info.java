/** Measured hours: recorded, corrected, and judged at once. */
@NullMarked
package lantian.warning.observation;

import org.jspecify.annotations.NullMarked;
