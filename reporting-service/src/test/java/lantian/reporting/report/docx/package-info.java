/** The Word template and the official document that is made from it. */
@NullMarked
package lantian.reporting.report.docx;

import org.jspecify.annotations.NullMarked;
