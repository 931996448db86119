package lantian.warning.aqi.web;

import java.math.BigDecimal;
import java.util.List;
import lantian.warning.aqi.AqiKind;
import org.jspecify.annotations.Nullable;

/** Samples to be judged by one standard: the one named, else that of {@code at}, else today's. */
record AqiRequest(
    @Nullable AqiKind kind,
    @Nullable String standard,
    @Nullable String at,
    @Nullable List<@Nullable SampleRequest> samples) {

  /** µg/m³, CO mg/m³; the last three for the notes of HJ 633-2012 only. */
  record SampleRequest(
      @Nullable BigDecimal pm2_5,
      @Nullable BigDecimal pm10,
      @Nullable BigDecimal so2,
      @Nullable BigDecimal no2,
      @Nullable BigDecimal co,
      @Nullable BigDecimal o3,
      @Nullable BigDecimal so2_24h,
      @Nullable BigDecimal o3_8h,
      @Nullable BigDecimal o3_1h) {}
}
