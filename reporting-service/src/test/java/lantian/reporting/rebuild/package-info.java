/** Projections are built anew. */
@NullMarked
package lantian.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
