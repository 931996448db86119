/** The page of drills. */
@NullMarked
package lantian.console.drill.web;

import org.jspecify.annotations.NullMarked;
