package lantian.warning.series.web.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lantian.events.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * What a column is about, from its heading, which may say more: {@code PM2.5 pm2_5 (µg/m³)}. Both
 * the names of the interface and those that people write are taken.
 *
 * @param unit null: none was given
 */
record Heading(Column column, @Nullable String unit) {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s()（）\\[\\]【】:：,，]+");
  private static final Pattern UNIT_IN_NAME = Pattern.compile("_(ug|mg)_m3$");
  private static final String MICROGRAMS = "ug/m3";
  private static final String MILLIGRAMS = "mg/m3";

  /** The columns of all tables. */
  enum Column {
    AT("at", null, "time", "observed_at", "时间", "时次"),
    PM2_5("pm2_5", MICROGRAMS, "pm25", "细颗粒物"),
    PM10("pm10", MICROGRAMS, "可吸入颗粒物"),
    SO2("so2", MICROGRAMS, "二氧化硫"),
    NO2("no2", MICROGRAMS, "二氧化氮"),
    CO("co", MILLIGRAMS, "一氧化碳"),
    O3("o3", MICROGRAMS, "臭氧"),
    DATE("date", null, "日期"),
    AQI_LOW("aqiLow", null, "aqilow", "aqi下限"),
    AQI_HIGH("aqiHigh", null, "aqihigh", "aqi上限", "aqi"),
    PRIMARY("primaryPollutants", null, "primarypollutants", "首要污染物");

    private final String field;
    private final @Nullable String unit;
    private final List<String> names;

    Column(String field, @Nullable String unit, String... alsoCalled) {
      this.field = field;
      this.unit = unit;
      this.names =
          Stream.concat(Stream.of(field.toLowerCase(Locale.ROOT)), Arrays.stream(alsoCalled))
              .toList();
    }

    /** As the interface calls it. */
    String field() {
      return field;
    }

    @Nullable String unit() {
      return unit;
    }

    static Column of(Pollutant pollutant) {
      return valueOf(pollutant.name());
    }

    private static Optional<Column> called(String word) {
      return Arrays.stream(values()).filter(column -> column.names.contains(word)).findFirst();
    }
  }

  /** Empty where no column is named, or two. */
  static Optional<Heading> of(String text) {
    Column found = null;
    String unit = null;
    for (String word : BETWEEN_WORDS.split(text.strip().toLowerCase(Locale.ROOT))) {
      if (word.contains("/")) {
        unit = plain(word);
        continue;
      }
      var inName = UNIT_IN_NAME.matcher(word);
      if (inName.find()) {
        unit = inName.group(1) + "/m3";
        word = word.substring(0, inName.start());
      }
      Column named = Column.called(word.replace('.', '_')).orElse(null);
      if (named != null && found != null && named != found) {
        return Optional.empty();
      }
      found = named == null ? found : named;
    }
    return found == null ? Optional.empty() : Optional.of(new Heading(found, unit));
  }

  boolean hasAnotherUnit() {
    return unit != null && !unit.equals(column.unit());
  }

  private static String plain(String unit) {
    return unit.replace('µ', 'u').replace('μ', 'u').replace('³', '3');
  }
}
