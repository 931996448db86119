/** Whether a service has done all it had to do; asked by demos and tests on a local platform. */
@NullMarked
package lantian.kit.settling;

import org.jspecify.annotations.NullMarked;
