/** A reader of events that writes SQL. */
@NullMarked
package lantian.broken.sql.messaging;

import org.jspecify.annotations.NullMarked;
