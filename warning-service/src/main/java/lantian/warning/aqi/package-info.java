/** The air quality index (AQI 环境空气质量指数) by HJ 633-2012 and HJ 633-2026. */
@NullMarked
package lantian.warning.aqi;

import org.jspecify.annotations.NullMarked;
