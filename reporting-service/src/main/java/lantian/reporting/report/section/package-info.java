/** The seven sections of the report, one class each, written from the facts of an episode. */
@NullMarked
package lantian.reporting.report.section;

import org.jspecify.annotations.NullMarked;
