/** {@code POST /api/v1/back-tests}: a season as JSON, as CSV or as it is stored; stores nothing. */
@NullMarked
package lantian.warning.backtest.web;

import org.jspecify.annotations.NullMarked;
