/** A repository that a controller calls. */
@NullMarked
package lantian.broken.entangled.persistence;

import org.jspecify.annotations.NullMarked;
