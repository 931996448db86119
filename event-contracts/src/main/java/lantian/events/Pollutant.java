package lantian.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The six pollutants of the air quality index; µg/m³, carbon monoxide in mg/m³. */
public enum Pollutant {
  @JsonProperty("pm2_5")
  PM2_5("pm2_5"),
  @JsonProperty("pm10")
  PM10("pm10"),
  @JsonProperty("so2")
  SO2("so2"),
  @JsonProperty("no2")
  NO2("no2"),
  @JsonProperty("co")
  CO("co"),
  @JsonProperty("o3")
  O3("o3");

  private final String code;

  Pollutant(String code) {
    this.code = code;
  }

  /** The name used in JSON, in data files and in messages. */
  public String code() {
    return code;
  }
}
