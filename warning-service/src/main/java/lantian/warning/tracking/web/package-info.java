/** The track of the runs over REST. */
@NullMarked
package lantian.warning.tracking.web;

import org.jspecify.annotations.NullMarked;
