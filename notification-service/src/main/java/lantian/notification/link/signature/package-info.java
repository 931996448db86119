/** Links as JSON Web Signatures. */
@NullMarked
package lantian.notification.link.signature;

import org.jspecify.annotations.NullMarked;
