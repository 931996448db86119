/**
 * The evaluation report on a lifted warning: its model, its due date and how it is put together.
 */
@NullMarked
package lantian.reporting.report;

import org.jspecify.annotations.NullMarked;
