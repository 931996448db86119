/** A controller that calls a repository. */
@NullMarked
package lantian.broken.entangled.web;

import org.jspecify.annotations.NullMarked;
