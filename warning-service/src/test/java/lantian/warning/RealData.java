package lantian.warning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lantian.events.Pollutant;
import lantian.warning.aqi.Sample;
import lantian.warning.series.HourlyPoint;

/** The real measurements in {@code src/test/resources/data}; each file names its source. */
public final class RealData {
  private RealData() {}

  /** Hourly observations at Changping of an episode, {@code 2016-12} or {@code 2015-11}. */
  public static List<HourlyPoint> changping(String episode) {
    List<HourlyPoint> points = new ArrayList<>();
    for (Map<String, String> row : rows("beijing-changping-" + episode + ".csv")) {
      OffsetDateTime at = OffsetDateTime.parse(row.getOrDefault("at", ""));
      points.add(new HourlyPoint(at.toInstant(), sample(row)));
    }
    return points;
  }

  /** The pollutants of a row; an empty cell is a missing value. */
  public static Sample sample(Map<String, String> row) {
    EnumMap<Pollutant, BigDecimal> values = new EnumMap<>(Pollutant.class);
    for (Pollutant pollutant : Pollutant.values()) {
      String cell = row.getOrDefault(pollutant.code(), "");
      if (!cell.isEmpty()) {
        values.put(pollutant, new BigDecimal(cell));
      }
    }
    return new Sample(values);
  }

  public static List<Map<String, String>> rows(String name) {
    var in = Objects.requireNonNull(RealData.class.getResourceAsStream("/data/" + name));
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().filter(line -> !line.startsWith("#")).toList();
      String[] header = lines.getFirst().split(",", -1);
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) {
          row.put(header[i], cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
