/** Observations over REST. */
@NullMarked
package lantian.warning.observation.web;

import org.jspecify.annotations.NullMarked;
