package lantian.warning.aqi;

import java.util.List;
import java.util.Map;
import lantian.events.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * The index of one sample.
 *
 * @param aqi null where no pollutant is valid
 * @param primaryPollutants those with the largest sub-index, ties included; empty at AQI ≤ 50
 * @param iaqi sub-indices; a pollutant without one is absent
 * @param publishable false where HJ 633-2026 5.3.1 has the AQI shown as NA
 */
public record AqiResult(
    @Nullable Integer aqi,
    @Nullable AqiCategory category,
    List<Pollutant> primaryPollutants,
    Map<Pollutant, Integer> iaqi,
    String standard,
    boolean publishable) {}
