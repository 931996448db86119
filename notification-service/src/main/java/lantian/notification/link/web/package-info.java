/** The page that a signed link opens. */
@NullMarked
package lantian.notification.link.web;

import org.jspecify.annotations.NullMarked;
