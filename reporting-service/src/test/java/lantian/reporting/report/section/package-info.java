@NullMarked
package lantian.reporting.report.section;

import org.jspecify.annotations.NullMarked;
