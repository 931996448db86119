/** Who may give orders, from a file. */
@NullMarked
package lantian.warning.order.file;

import org.jspecify.annotations.NullMarked;
