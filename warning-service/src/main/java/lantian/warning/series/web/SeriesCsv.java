package lantian.warning.series.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lantian.events.Pollutant;
import lantian.warning.aqi.web.FieldRules;
import lantian.warning.series.Points;
import lantian.warning.series.web.sheet.CsvSheet;
import lantian.warning.series.web.sheet.Sheet;
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

  private final FieldRules fields;
  private final Map<Pollutant, Integer> columns = new EnumMap<>(Pollutant.class);

  public SeriesCsv(FieldRules fields) {
    this.fields = fields;
  }

  /** The points, or null where something is wrong, which the field rules then hold. */
  public @Nullable Points read(byte[] csv, int mostPoints) {
    List<Sheet.Row> rows = CsvSheet.read(csv, mostPoints + 1, fields).rows();
    if (rows.isEmpty()) {
      if (fields.allHold()) {
        fields.wrong("", "no-points");
      }
      return null;
    }
    List<String> header = rows.getFirst().cells().stream().map(Sheet.Cell::text).toList();
    int at = column(header, AT);
    for (Pollutant pollutant : Pollutant.values()) {
      columns.put(pollutant, column(header, nameOf(pollutant)));
    }
    if (at < 0 || columns.containsValue(-1)) {
      return null;
    }
    return points(rows.subList(1, rows.size()), header, at, mostPoints);
  }

  private @Nullable Points points(
      List<Sheet.Row> rows, List<String> header, int at, int mostPoints) {
    int station = header.indexOf(STATION);
    String first = null;
    List<@Nullable PointRequest> points = new ArrayList<>(rows.size());
    for (Sheet.Row row : rows) {
      String pointer = "/" + row.number();
      if (row.cells().size() != header.size()) {
        fields.wrong(pointer, "csv-cells", header.size(), row.cells().size());
        points.add(null);
        continue;
      }
      if (station >= 0 && first == null) {
        first = row.cell(station).text();
      } else if (station >= 0 && !row.cell(station).text().equals(first)) {
        fields.wrong(pointer + "/" + STATION, "csv-stations");
      }
      points.add(row(row, at, pointer));
    }
    return SeriesRules.ofRows(fields, rows.stream().map(Sheet.Row::number).toList())
        .read(points, mostPoints);
  }

  private PointRequest row(Sheet.Row cells, int at, String pointer) {
    return new PointRequest(
        cells.cell(at).text(),
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

  private @Nullable BigDecimal number(Sheet.Row cells, Pollutant pollutant, String pointer) {
    String cell = cells.cell(columns.getOrDefault(pollutant, 0)).text();
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
