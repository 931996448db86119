/** Reports of a sample episode. */
@NullMarked
package lantian.reporting.report;

import org.jspecify.annotations.NullMarked;
