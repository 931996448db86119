/** Orders over REST. */
@NullMarked
package lantian.warning.order.web;

import org.jspecify.annotations.NullMarked;
