/** The report as an official document (公文, GB/T 9704-2012) in Word, from a replaceable template. */
@NullMarked
package lantian.reporting.report.docx;

import org.jspecify.annotations.NullMarked;
