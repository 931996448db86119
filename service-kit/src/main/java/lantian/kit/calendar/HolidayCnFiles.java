package lantian.kit.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calendars as holiday-cn keeps them: {@code {year, papers: [url], days: [{name, date,
 * isOffDay}]}}, one file a year. The packaged years can be replaced and added to by files of the
 * same form in a folder, so that a new notice needs no new release.
 */
public final class HolidayCnFiles {
  private static final int FIRST_YEAR = 2013;
  private static final int LAST_YEAR = 2026;

  private final JsonMapper json =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** The packaged years, with those of the folder in their place where it has them. */
  public Collection<CalendarYear> read(@Nullable Path folder) {
    Map<Integer, CalendarYear> years = new TreeMap<>();
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      years.put(year, packaged(year));
    }
    if (folder != null) {
      for (CalendarYear calendar : inFolder(folder)) {
        years.put(calendar.year(), calendar);
      }
    }
    return years.values();
  }

  private CalendarYear packaged(int year) {
    String file = "/calendars/" + year + ".json";
    try (InputStream in = HolidayCnFiles.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new UnreadableCalendar(file, "is not packaged");
      }
      CalendarYear calendar = parse(file, in.readAllBytes());
      if (calendar.year() != year) {
        throw new UnreadableCalendar(file, "is the calendar of " + calendar.year());
      }
      return calendar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<CalendarYear> inFolder(Path folder) {
    List<CalendarYear> calendars = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        calendars.add(parse(file.toString(), Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return calendars;
  }

  CalendarYear parse(String file, byte[] bytes) {
    JsonNode root;
    try {
      root = json.readTree(bytes);
    } catch (JacksonException e) {
      throw new UnreadableCalendar(file, "is not JSON: " + e.getOriginalMessage());
    }
    JsonNode year = root.path("year");
    JsonNode days = root.path("days");
    if (!year.isInt() || !days.isArray()) {
      throw new UnreadableCalendar(file, "needs a year and a list of days");
    }
    List<String> papers = new ArrayList<>();
    for (JsonNode paper : root.path("papers")) {
      papers.add(paper.asString());
    }
    Map<LocalDate, Boolean> daysOff = new TreeMap<>();
    for (JsonNode day : days) {
      LocalDate date = date(file, day.path("date"));
      JsonNode off = day.path("isOffDay");
      if (!off.isBoolean()) {
        throw new UnreadableCalendar(file, date + " does not say whether it is a day off");
      }
      Boolean before = daysOff.put(date, off.booleanValue());
      if (before != null && before != off.booleanValue()) {
        throw new UnreadableCalendar(file, date + " is named twice, once as a day off");
      }
    }
    try {
      return new CalendarYear(year.intValue(), papers, daysOff);
    } catch (IllegalArgumentException e) {
      throw new UnreadableCalendar(file, String.valueOf(e.getMessage()));
    }
  }

  private static LocalDate date(String file, JsonNode date) {
    try {
      return LocalDate.parse(date.asString(""));
    } catch (DateTimeException e) {
      throw new UnreadableCalendar(file, "has a day without a date (YYYY-MM-DD): " + date);
    }
  }
}
