/** Everything that a report only counts, as lists for a spreadsheet. */
@NullMarked
package lantian.reporting.report.csv;

import org.jspecify.annotations.NullMarked;
