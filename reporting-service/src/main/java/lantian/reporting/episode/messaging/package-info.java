/** Reads the four topics, one reader each, and keeps what they tell. */
@NullMarked
package lantian.reporting.episode.messaging;

import org.jspecify.annotations.NullMarked;
