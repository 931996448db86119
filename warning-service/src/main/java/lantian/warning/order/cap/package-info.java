/** Reads orders in CAP 1.2: safe, signed, by the schema. */
@NullMarked
package lantian.warning.order.cap;

import org.jspecify.annotations.NullMarked;
