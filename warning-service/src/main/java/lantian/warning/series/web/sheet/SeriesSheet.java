package lantian.warning.series.web.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lantian.events.Pollutant;
import lantian.warning.aqi.web.FieldRules;
import lantian.warning.series.Points;
import lantian.warning.series.web.PointRequest;
import lantian.warning.series.web.SeriesRules;
import lantian.warning.series.web.sheet.Heading.Column;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * A series in a sheet: a row of headings, then one row for each hour or day. What is wrong is named
 * by the row as a person counts it and the field, {@code /19/pm2_5}. An empty cell is a missing
 * value; a row that begins with 例 is an example and passed over.
 */
public final class SeriesSheet {
  private static final String EXAMPLE = "例";
  private static final int LONGEST_SHOWN = 40;

  private final FieldRules fields;
  private final CellText texts;

  public SeriesSheet(FieldRules fields) {
    this.fields = fields;
    this.texts = new CellText(fields);
  }

  /** The points, or null where something is wrong, which the field rules then hold. */
  public @Nullable Points read(Sheet sheet, int mostPoints) {
    if (sheet.rows().isEmpty()) {
      if (fields.allHold()) {
        fields.wrong("", "no-points");
      }
      return null;
    }
    Map<Column, Integer> columns = columns(sheet.rows().getFirst(), sheet.rows());
    if (columns.isEmpty()) {
      return null;
    }
    List<@Nullable PointRequest> points = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (Sheet.Row row : sheet.rows().subList(1, sheet.rows().size())) {
      if (!row.cell(0).text().startsWith(EXAMPLE)) {
        points.add(point(row, columns));
        numbers.add(row.number());
      }
    }
    return SeriesRules.ofRows(fields, numbers).read(points, mostPoints);
  }

  /** Where each column stands; empty where the headings are wrong. */
  private Map<Column, Integer> columns(Sheet.Row headings, List<Sheet.Row> rows) {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    boolean allHold = true;
    for (int c = 0; c < headings.cells().size(); c++) {
      Sheet.Cell cell = headings.cell(c);
      String pointer = "/" + headings.number() + "/" + CellReference.convertNumToColString(c);
      Heading heading = Heading.of(cell.text()).orElse(null);
      if (heading == null) {
        if (!cell.isBlank() || isUsed(c, rows)) {
          fields.wrong(pointer, codeOf(cell), shown(cell));
          allHold = false;
        }
      } else if (heading.hasAnotherUnit()) {
        String unit = heading.column().unit();
        fields.wrong(pointer, "sheet-unit", unit == null ? "-" : unit);
        allHold = false;
      } else if (columns.put(heading.column(), c) != null) {
        fields.wrong(pointer, "sheet-column-twice", heading.column().field());
        allHold = false;
      }
    }
    return allHold && isWhole(columns, headings.number()) ? columns : Map.of();
  }

  private boolean isWhole(Map<Column, Integer> columns, int row) {
    boolean hours = columns.containsKey(Column.AT);
    boolean days = columns.containsKey(Column.DATE);
    if (hours == days) {
      fields.wrong("/" + row, "sheet-time");
      return false;
    }
    if (days && !columns.containsKey(Column.AQI_HIGH)) {
      fields.wrong("/" + row, "sheet-column-missing", Column.AQI_HIGH.field());
      return false;
    }
    return true;
  }

  private static String codeOf(Sheet.Cell heading) {
    if (heading.objection() != null) {
      return heading.objection();
    }
    return heading.text().contains(";") || heading.text().contains("\t")
        ? "csv-separator"
        : "sheet-column";
  }

  private static String shown(Sheet.Cell cell) {
    String text = cell.text();
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }

  private static boolean isUsed(int column, List<Sheet.Row> rows) {
    return rows.stream().anyMatch(row -> !row.cell(column).isBlank());
  }

  private PointRequest point(Sheet.Row row, Map<Column, Integer> columns) {
    for (int c = columns.values().stream().mapToInt(i -> i).max().orElse(0) + 1;
        c < row.cells().size();
        c++) {
      if (!row.cell(c).isBlank()) {
        fields.wrong(
            "/" + row.number() + "/" + CellReference.convertNumToColString(c), "sheet-beyond");
      }
    }
    return new PointRequest(
        texts.time(cell(row, columns, Column.AT)),
        texts.day(cell(row, columns, Column.DATE)),
        texts.number(cell(row, columns, Column.of(Pollutant.PM2_5))),
        texts.number(cell(row, columns, Column.of(Pollutant.PM10))),
        texts.number(cell(row, columns, Column.of(Pollutant.SO2))),
        texts.number(cell(row, columns, Column.of(Pollutant.NO2))),
        texts.number(cell(row, columns, Column.of(Pollutant.CO))),
        texts.number(cell(row, columns, Column.of(Pollutant.O3))),
        texts.whole(cell(row, columns, Column.AQI_LOW)),
        texts.whole(cell(row, columns, Column.AQI_HIGH)),
        texts.pollutants(cell(row, columns, Column.PRIMARY)));
  }

  private static CellText.Place cell(Sheet.Row row, Map<Column, Integer> columns, Column column) {
    Integer at = columns.get(column);
    return new CellText.Place(
        at == null ? Sheet.Cell.BLANK : row.cell(at), "/" + row.number() + "/" + column.field());
  }
}
