/** Holds schemas, samples and records of the events against each other. */
@NullMarked
package lantian.events;

import org.jspecify.annotations.NullMarked;
