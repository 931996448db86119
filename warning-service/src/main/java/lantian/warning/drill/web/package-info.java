/** Drills over REST. */
@NullMarked
package lantian.warning.drill.web;

import org.jspecify.annotations.NullMarked;
