/** The service as a whole. */
@NullMarked
package lantian.reporting;

import org.jspecify.annotations.NullMarked;
