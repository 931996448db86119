/** How far runs agree, as readers see it. */
@NullMarked
package lantian.warning.damping.web;

import org.jspecify.annotations.NullMarked;
