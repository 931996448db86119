/** Responses over REST. */
@NullMarked
package lantian.warning.response.web;

import org.jspecify.annotations.NullMarked;
