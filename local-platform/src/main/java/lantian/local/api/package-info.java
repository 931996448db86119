/** The public REST interfaces of a platform, as the people of each role use them. */
@NullMarked
package lantian.local.api;

import org.jspecify.annotations.NullMarked;
