/** The page that shows the situation. */
@NullMarked
package lantian.console.situation.web;

import org.jspecify.annotations.NullMarked;
