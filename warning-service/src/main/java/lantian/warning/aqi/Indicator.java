package lantian.warning.aqi;

import java.util.Optional;
import lantian.events.Pollutant;

/**
 * A column of table 1 (HJ 633-2012) or table 3 (HJ 633-2026): a pollutant and its averaging time.
 */
public enum Indicator {
  PM2_5_24H("pm2_5_24h", Pollutant.PM2_5),
  PM10_24H("pm10_24h", Pollutant.PM10),
  SO2_24H("so2_24h", Pollutant.SO2),
  SO2_1H("so2_1h", Pollutant.SO2),
  NO2_24H("no2_24h", Pollutant.NO2),
  NO2_1H("no2_1h", Pollutant.NO2),
  CO_24H("co_24h", Pollutant.CO),
  CO_1H("co_1h", Pollutant.CO),
  O3_8H("o3_8h", Pollutant.O3),
  O3_1H("o3_1h", Pollutant.O3);

  private final String code;
  private final Pollutant pollutant;

  Indicator(String code, Pollutant pollutant) {
    this.code = code;
    this.pollutant = pollutant;
  }

  public String code() {
    return code;
  }

  public Pollutant pollutant() {
    return pollutant;
  }

  /** The column that judges a pollutant; one-hour particulates use the daily one (formula 1). */
  public static Indicator of(AqiKind kind, Pollutant pollutant) {
    boolean daily = kind == AqiKind.DAILY;
    return switch (pollutant) {
      case PM2_5 -> PM2_5_24H;
      case PM10 -> PM10_24H;
      case SO2 -> daily ? SO2_24H : SO2_1H;
      case NO2 -> daily ? NO2_24H : NO2_1H;
      case CO -> daily ? CO_24H : CO_1H;
      case O3 -> daily ? O3_8H : O3_1H;
    };
  }

  public static Optional<Indicator> ofCode(String code) {
    for (Indicator indicator : values()) {
      if (indicator.code.equals(code)) {
        return Optional.of(indicator);
      }
    }
    return Optional.empty();
  }
}
