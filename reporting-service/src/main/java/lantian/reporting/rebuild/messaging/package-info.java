/** Kept events, handed to their readers once more. */
@NullMarked
package lantian.reporting.rebuild.messaging;

import org.jspecify.annotations.NullMarked;
