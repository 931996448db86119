/** Places where a process may die between two steps; tests make it die there. */
@NullMarked
package lantian.kit.crash;

import org.jspecify.annotations.NullMarked;
