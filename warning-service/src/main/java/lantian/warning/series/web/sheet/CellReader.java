package lantian.warning.series.web.sheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the cells of a sheet as text: a number as its digits, a date as {@code
 * 2016-12-16T20:00:00}.
 */
final class CellReader extends DefaultHandler {
  private static final int MOST_COLUMNS = 100;
  private static final int LONGEST_CELL = 1000;
  private static final String FORMULA = "sheet-formula";
  private static final String FAILED = "sheet-error";

  private final SharedStrings strings;
  private final StylesTable styles;
  private final boolean from1904;
  private final int mostRows;
  private final List<Sheet.Row> rows = new ArrayList<>();

  private List<Sheet.Cell> cells = new ArrayList<>();
  private int rowNumber;
  private int column;
  private String type = "";
  private int style;
  private boolean formula;
  private boolean reading;
  private final StringBuilder text = new StringBuilder();

  CellReader(SharedStrings strings, StylesTable styles, boolean from1904, int mostRows) {
    this.strings = strings;
    this.styles = styles;
    this.from1904 = from1904;
    this.mostRows = mostRows;
  }

  List<Sheet.Row> rows() {
    return rows;
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes)
      throws SAXException {
    switch (name) {
      case "row" -> {
        String number = attributes.getValue("r");
        rowNumber = number == null ? rowNumber + 1 : Integer.parseInt(number);
        cells = new ArrayList<>();
        column = -1;
      }
      case "c" -> {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        if (column < 0 || column >= MOST_COLUMNS) {
          throw new SAXException("a column beyond all headings");
        }
        type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
        style = attributes.getValue("s") == null ? 0 : Integer.parseInt(attributes.getValue("s"));
        formula = false;
        text.setLength(0);
      }
      case "f" -> formula = true;
      case "v", "t" -> reading = true;
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) throws SAXException {
    switch (name) {
      case "v", "t" -> reading = false;
      case "c" -> {
        while (cells.size() <= column) {
          cells.add(Sheet.Cell.BLANK);
        }
        cells.set(column, cell());
      }
      case "row" -> {
        Sheet.Row row = new Sheet.Row(rowNumber, cells);
        if (row.isBlank()) {
          return;
        }
        if (rows.size() == mostRows) {
          throw new ExcelSheet.TooManyRows();
        }
        rows.add(row);
      }
      default -> {}
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (reading && text.length() <= LONGEST_CELL) {
      text.append(characters, start, Math.min(length, LONGEST_CELL + 1));
    }
  }

  private Sheet.Cell cell() {
    if (formula) {
      return Sheet.Cell.refused(FORMULA);
    }
    return switch (type) {
      case "e" -> Sheet.Cell.refused(FAILED);
      case "s" -> Sheet.Cell.of(strings.getItemAt(Integer.parseInt(text.toString())).getString());
      case "n" -> text.isEmpty() ? Sheet.Cell.BLANK : number(text.toString());
      case "d" -> Sheet.Cell.of(text.toString());
      default -> Sheet.Cell.of(text.toString());
    };
  }

  /**
   * Files hold the 17 digits of the binary number, 0.69999999999999996; the shortest that means the
   * same, 0.7, is what was typed.
   */
  private Sheet.Cell number(String written) {
    double value = Double.parseDouble(written);
    if (!Double.isFinite(value)) {
      return Sheet.Cell.of(written);
    }
    if (isDate()) {
      LocalDateTime date = DateUtil.getLocalDateTime(value, from1904, true);
      return Sheet.Cell.of(
          date == null ? written : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(date));
    }
    return Sheet.Cell.of(new BigDecimal(Double.toString(value)).stripTrailingZeros().toString());
  }

  private boolean isDate() {
    var used = styles.getNumCellStyles() > style ? styles.getStyleAt(style) : null;
    return used != null
        && DateUtil.isADateFormat(used.getDataFormat(), nullable(used.getDataFormatString()));
  }

  private static @Nullable String nullable(@Nullable String format) {
    return format;
  }
}
