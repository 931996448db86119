/** The service that tells every unit's liaisons, and tells the others when it could not. */
@NullMarked
package lantian.notification;

import org.jspecify.annotations.NullMarked;
