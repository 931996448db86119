/**
 * The platform as processes of their own, each of which can be killed, stopped for a while and
 * started again: {@link lantian.local.process.ProcessPlatform} is the way in.
 */
@NullMarked
package lantian.local.process;

import org.jspecify.annotations.NullMarked;
