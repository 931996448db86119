/** Back-tests: what a policy would have done over a season, beside the one in force. */
@NullMarked
package lantian.warning.backtest;

import org.jspecify.annotations.NullMarked;
