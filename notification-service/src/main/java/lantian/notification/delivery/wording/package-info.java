/** What a message says, in Chinese and English. */
@NullMarked
package lantian.notification.delivery.wording;

import org.jspecify.annotations.NullMarked;
