/** How far the latest forecast runs agree on a change, and what waits until they do. */
@NullMarked
package lantian.warning.damping;

import org.jspecify.annotations.NullMarked;
