/** Whether a service still does its work: alive, ready, and getting on with what it reads. */
@NullMarked
package lantian.kit.health;

import org.jspecify.annotations.NullMarked;
