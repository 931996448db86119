/** Events on their way in: decoded strictly, taking effect once. */
@NullMarked
package lantian.kit.intake;

import org.jspecify.annotations.NullMarked;
