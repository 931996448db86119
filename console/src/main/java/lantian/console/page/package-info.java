/** What all pages share: their language, and who may open them. */
@NullMarked
package lantian.console.page;

import org.jspecify.annotations.NullMarked;
