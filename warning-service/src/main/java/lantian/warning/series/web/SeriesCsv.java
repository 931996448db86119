package lantian.warning.series.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lantian.events.Pollutant;
import lantian.warning.aqi.web.FieldRules;
import org.jspecify.annotations.Nullable;

/**
 * Hourly values as CSV: {@code observed_at, pm2_5_ug_m3, pm10_ug_m3, so2_ug_m3, no2_ug_m3,
 * co_mg_m3, o3_ug_m3} and any other columns, in any order, of one {@code station}; an empty cell is
 * a missing value. What is wrong is named by line, the header being the first, and column.
 */
public final class SeriesCsv {
  private static final String AT = "observed_at";
  private static final String STATION = "station";
  private static final int LONGEST_NUMBER = 64;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final FieldRules fields;
  private final Map<Pollutant, Integer> columns = new EnumMap<>(Pollutant.class);

  public SeriesCsv(FieldRules fields) {
    this.fields = fields;
  }

  /** The rows, to be read by {@link SeriesRules#ofCsv}; none where the field rules hold why. */
  public List<@Nullable PointRequest> read(String csv) {
    List<String> lines =
        (csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv).lines().toList();
    if (lines.isEmpty() || lines.getFirst().isBlank()) {
      fields.wrong("", "no-points");
      return List.of();
    }
    List<String> header =
        Arrays.stream(lines.getFirst().split(",", -1)).map(String::strip).toList();
    int at = column(header, AT);
    for (Pollutant pollutant : Pollutant.values()) {
      columns.put(pollutant, column(header, nameOf(pollutant)));
    }
    if (at < 0 || columns.containsValue(-1)) {
      return List.of();
    }
    return rows(lines, header, at);
  }

  private List<@Nullable PointRequest> rows(List<String> lines, List<String> header, int at) {
    int station = header.indexOf(STATION);
    String first = null;
    List<@Nullable PointRequest> rows = new ArrayList<>(lines.size());
    for (int i = 1; i < lines.size(); i++) {
      String pointer = "/" + (i + 1);
      String[] cells = lines.get(i).split(",", -1);
      if (cells.length != header.size()) {
        fields.wrong(pointer, "csv-cells", header.size(), cells.length);
        rows.add(null);
        continue;
      }
      if (station >= 0 && first == null) {
        first = cells[station];
      } else if (station >= 0 && !cells[station].equals(first)) {
        fields.wrong(pointer + "/" + STATION, "csv-stations");
      }
      rows.add(row(cells, at, pointer));
    }
    if (rows.isEmpty()) {
      fields.wrong("", "no-points");
    }
    return rows;
  }

  private PointRequest row(String[] cells, int at, String pointer) {
    return new PointRequest(
        cells[at].strip(),
        null,
        number(cells, Pollutant.PM2_5, pointer),
        number(cells, Pollutant.PM10, pointer),
        number(cells, Pollutant.SO2, pointer),
        number(cells, Pollutant.NO2, pointer),
        number(cells, Pollutant.CO, pointer),
        number(cells, Pollutant.O3, pointer),
        null,
        null,
        null);
  }

  private @Nullable BigDecimal number(String[] cells, Pollutant pollutant, String pointer) {
    String cell = cells[columns.getOrDefault(pollutant, 0)].strip();
    if (cell.isEmpty()) {
      return null;
    }
    try {
      if (cell.length() <= LONGEST_NUMBER) {
        return new BigDecimal(cell);
      }
    } catch (NumberFormatException e) {
      // said below, as of one that is too long
    }
    fields.wrong(pointer + "/" + nameOf(pollutant), "csv-number");
    return null;
  }

  private int column(List<String> header, String name) {
    int column = header.indexOf(name);
    if (column < 0 || header.lastIndexOf(name) != column) {
      fields.wrong("/1", "csv-column", name);
      return -1;
    }
    return column;
  }

  private static String nameOf(Pollutant pollutant) {
    return pollutant.code() + (pollutant == Pollutant.CO ? "_mg_m3" : "_ug_m3");
  }
}
