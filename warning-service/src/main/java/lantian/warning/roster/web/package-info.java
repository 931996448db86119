/** The roster by REST. */
@NullMarked
package lantian.warning.roster.web;

import org.jspecify.annotations.NullMarked;
