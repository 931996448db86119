/** Where something plays: live, or in one of the drills. */
@NullMarked
package lantian.warning.scene;

import org.jspecify.annotations.NullMarked;
