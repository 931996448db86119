/**
 * Reads series out of the files that people send, CSV and Excel, and makes the templates for them.
 */
@NullMarked
package lantian.warning.series.web.sheet;

import org.jspecify.annotations.NullMarked;
