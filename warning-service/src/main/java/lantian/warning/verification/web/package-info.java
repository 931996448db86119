/** Scores of forecasts and warnings over REST. */
@NullMarked
package lantian.warning.verification.web;

import org.jspecify.annotations.NullMarked;
