/** How the judged level goes from one forecast run to the next. */
@NullMarked
package lantian.warning.tracking;

import org.jspecify.annotations.NullMarked;
