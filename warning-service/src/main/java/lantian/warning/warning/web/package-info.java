/** Warnings over REST, for those who act and for everybody. */
@NullMarked
package lantian.warning.warning.web;

import org.jspecify.annotations.NullMarked;
