/** Linkage over REST. */
@NullMarked
package lantian.warning.linkage.web;

import org.jspecify.annotations.NullMarked;
