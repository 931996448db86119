/**
 * What happened around one warning, as far as the events tell: the facts that a report rests on.
 */
@NullMarked
package lantian.reporting.episode;

import org.jspecify.annotations.NullMarked;
