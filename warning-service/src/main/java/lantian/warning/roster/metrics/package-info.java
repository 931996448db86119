/** Whether the database itself can refuse, for those who operate the service. */
@NullMarked
package lantian.warning.roster.metrics;

import org.jspecify.annotations.NullMarked;
