/** The report as a Word document, written without a template and without fonts on the server. */
@NullMarked
package lantian.reporting.report.docx;

import org.jspecify.annotations.NullMarked;
