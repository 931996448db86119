/** Reports over HTTP: a list, and each as JSON, as a page and as a Word document. */
@NullMarked
package lantian.reporting.report.web;

import org.jspecify.annotations.NullMarked;
