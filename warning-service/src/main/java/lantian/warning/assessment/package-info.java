/** Judging a series by a policy: rolling daily AQI, runs, the level, and what it changes. */
@NullMarked
package lantian.warning.assessment;

import org.jspecify.annotations.NullMarked;
