/**
 * The chain under faults, with every service in a process of its own. One platform stands for all
 * these tests ({@link lantian.local.faults.FaultPlatform}); each leaves it running, and ends with
 * the books balanced.
 */
@NullMarked
package lantian.local.faults;

import org.jspecify.annotations.NullMarked;
