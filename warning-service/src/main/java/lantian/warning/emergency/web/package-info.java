/** Emergency codes by REST. */
@NullMarked
package lantian.warning.emergency.web;

import org.jspecify.annotations.NullMarked;
