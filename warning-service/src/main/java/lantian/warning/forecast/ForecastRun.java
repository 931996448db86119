package lantian.warning.forecast;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.Mode;
import lantian.events.Pollutant;
import lantian.events.Resolution;
import lantian.warning.aqi.Sample;
import lantian.warning.series.Points;
import org.jspecify.annotations.Nullable;

/**
 * A forecast as the monitoring group issued it. A run is known by place, source and time of issue;
 * its id follows from these.
 *
 * @param causeMark what the forecasters take the pollution to come from
 * @param policy the policy that the run is to be judged by; null: the one in force when it was
 *     issued
 */
public record ForecastRun(
    Mode mode,
    String jurisdiction,
    String source,
    Instant issuedAt,
    @Nullable Cause causeMark,
    @Nullable String policy,
    Points points) {

  public UUID id() {
    String name =
        String.join(
            "/", "lantian/forecast", mode.name(), jurisdiction, issuedAt.toString(), source);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  public Resolution resolution() {
    return switch (points) {
      case Points.Hourly _ -> Resolution.HOURLY;
      case Points.Daily _ -> Resolution.DAILY;
    };
  }

  /** SHA-256 of what the run says, however its numbers were written. */
  public String fingerprint() {
    StringBuilder content = new StringBuilder();
    content.append(id()).append('\n').append(causeMark).append('\n').append(policy);
    switch (points) {
      case Points.Hourly(var hours) ->
          hours.forEach(hour -> append(content, hour.at(), hour.sample()));
      case Points.Daily(var days) -> days.forEach(day -> content.append('\n').append(day));
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha256.digest(content.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void append(StringBuilder content, Instant at, Sample sample) {
    content.append('\n').append(at);
    for (Pollutant pollutant : Pollutant.values()) {
      BigDecimal value = sample.value(pollutant);
      content.append(' ').append(value == null ? "-" : value.stripTrailingZeros().toPlainString());
    }
  }
}
