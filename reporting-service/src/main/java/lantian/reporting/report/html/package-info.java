/** The report as one self-contained web page that also prints well. */
@NullMarked
package lantian.reporting.report.html;

import org.jspecify.annotations.NullMarked;
