/** How the renderers of the report are put together. */
@NullMarked
package lantian.reporting.report.web;

import org.jspecify.annotations.NullMarked;
