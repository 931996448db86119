/**
 * Plays an episode of real observations through a platform of its own, over the public REST
 * interfaces alone, as the people of each role would.
 */
@NullMarked
package lantian.local.demo;

import org.jspecify.annotations.NullMarked;
