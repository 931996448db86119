/** The events that Lantian's services exchange, one record each, and the words they are made of. */
@NullMarked
package lantian.events;

import org.jspecify.annotations.NullMarked;
