/**
 * Business time: an injected clock, the timers that follow it, and the local clock that can be
 * moved.
 */
@NullMarked
package lantian.kit.time;

import org.jspecify.annotations.NullMarked;
