/** {@code POST /api/v1/aqi}, and how single fields of a request are read; stores nothing. */
@NullMarked
package lantian.warning.aqi.web;

import org.jspecify.annotations.NullMarked;
