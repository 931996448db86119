/**
 * Orders (上级预警指令) of higher platforms: who may give them, what they ask of which place, and what
 * comes of it.
 */
@NullMarked
package lantian.warning.order;

import org.jspecify.annotations.NullMarked;
