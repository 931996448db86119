/** The platform as a whole: its ports, its folder, its services, and the ones that run now. */
@NullMarked
package lantian.local.platform;

import org.jspecify.annotations.NullMarked;
