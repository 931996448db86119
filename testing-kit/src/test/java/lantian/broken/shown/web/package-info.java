/** An adapter that everybody can see. */
@NullMarked
package lantian.broken.shown.web;

import org.jspecify.annotations.NullMarked;
