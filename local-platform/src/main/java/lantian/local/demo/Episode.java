package lantian.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantian.events.ChinaTime;
import lantian.events.Pollutant;
import lantian.local.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Hourly observations of one station, without a gap: a CSV file with the columns {@code station,
 * observed_at, pm2_5_ug_m3, pm10_ug_m3, so2_ug_m3, no2_ug_m3, co_mg_m3, o3_ug_m3} and any others.
 * An empty cell is a missing value.
 */
public record Episode(String name, List<Hour> hours) {
  static final String PACKAGED = "beijing-changping-2016-12.csv";
  private static final Duration HOUR = Duration.ofHours(1);

  /** One hour: what was measured; a pollutant that is absent was not. */
  public record Hour(Instant at, String station, Map<Pollutant, BigDecimal> values) {}

  /** The episode in this file; the packaged one of December 2016 where none is named. */
  public static Episode read(@Nullable Path file) {
    try {
      if (file != null) {
        return parse(
            String.valueOf(file.getFileName()), Files.readAllLines(file, StandardCharsets.UTF_8));
      }
      try (InputStream packaged =
          Episode.class.getClassLoader().getResourceAsStream("episodes/" + PACKAGED)) {
        if (packaged == null) {
          throw new IllegalStateException("The packaged episode is missing");
        }
        return parse(
            PACKAGED, new String(packaged.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      }
    } catch (IOException e) {
      throw new Refused("demo.episode.unreadable", String.valueOf(file), e.toString());
    }
  }

  Instant first() {
    return hours.getFirst().at();
  }

  Instant last() {
    return hours.getLast().at();
  }

  /** Every local date that the episode touches. */
  List<LocalDate> dates() {
    return ChinaTime.dateOf(first()).datesUntil(ChinaTime.dateOf(last()).plusDays(1)).toList();
  }

  /** The hours after this moment, so many at the most. */
  List<Hour> after(Instant moment, int atMost) {
    return hours.stream().filter(hour -> hour.at().isAfter(moment)).limit(atMost).toList();
  }

  static Episode parse(String name, List<String> lines) {
    if (lines.size() < 2) {
      throw new Refused("demo.episode.empty", name);
    }
    var header = Arrays.asList(lines.getFirst().strip().split(",", -1));
    int station = column(name, header, "station");
    int observedAt = column(name, header, "observed_at");
    var pollutants = new LinkedHashMap<Pollutant, Integer>();
    for (var pollutant : Pollutant.values()) {
      pollutants.put(pollutant, column(name, header, columnOf(pollutant)));
    }
    var hours = new ArrayList<Hour>();
    for (int line = 1; line < lines.size(); line++) {
      var cells = lines.get(line).split(",", -1);
      if (cells.length != header.size()) {
        throw new Refused("demo.episode.cells", name, line + 1, header.size(), cells.length);
      }
      var at = time(name, line + 1, cells[observedAt]);
      if (!hours.isEmpty() && !hours.getLast().at().plus(HOUR).equals(at)) {
        throw new Refused("demo.episode.gap", name, line + 1, cells[observedAt]);
      }
      var values = new LinkedHashMap<Pollutant, BigDecimal>();
      pollutants.forEach(
          (pollutant, column) -> {
            if (!cells[column].isBlank()) {
              values.put(pollutant, number(name, hours.size() + 2, cells[column]));
            }
          });
      hours.add(new Hour(at, cells[station], values));
    }
    return new Episode(name, List.copyOf(hours));
  }

  private static String columnOf(Pollutant pollutant) {
    return pollutant.code() + (pollutant == Pollutant.CO ? "_mg_m3" : "_ug_m3");
  }

  private static int column(String name, List<String> header, String column) {
    int index = header.indexOf(column);
    if (index < 0) {
      throw new Refused("demo.episode.column", name, column);
    }
    return index;
  }

  private static Instant time(String name, int line, String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      throw new Refused("demo.episode.value", name, line, text);
    }
  }

  private static BigDecimal number(String name, int line, String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw new Refused("demo.episode.value", name, line, text);
    }
  }
}
