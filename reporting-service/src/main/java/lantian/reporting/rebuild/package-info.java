/** Projections, built anew from the events that were kept. */
@NullMarked
package lantian.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
