/** Corrections over REST. */
@NullMarked
package lantian.warning.correction.web;

import org.jspecify.annotations.NullMarked;
