/** Publications over REST and for everybody. */
@NullMarked
package lantian.warning.publication.web;

import org.jspecify.annotations.NullMarked;
