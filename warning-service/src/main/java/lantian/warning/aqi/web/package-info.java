/** {@code POST /api/v1/aqi}: the index of given concentrations; stores nothing. */
@NullMarked
package lantian.warning.aqi.web;

import org.jspecify.annotations.NullMarked;
