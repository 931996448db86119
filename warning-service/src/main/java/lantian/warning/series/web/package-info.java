/** Series as requests carry them, and the rules that every series in a request must keep. */
@NullMarked
package lantian.warning.series.web;

import org.jspecify.annotations.NullMarked;
