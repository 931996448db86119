package lantian.reporting.report.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import lantian.reporting.report.Words;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A list as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. */
final class Sheet {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String FORMULA = "=+-@\t\r";

  private final CSVPrinter rows;

  Sheet(Appendable out, List<String> columns, Words words) {
    try {
      out.append(BYTE_ORDER_MARK);
      this.rows = new CSVPrinter(out, CSVFormat.RFC4180);
      rows.printRecord(columns.stream().map(column -> words.say("column." + column)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void row(@Nullable Object... cells) {
    try {
      for (Object cell : cells) {
        rows.print(cell instanceof String text ? harmless(text) : cell);
      }
      rows.println();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a unit wrote is text, also where a spreadsheet would take it for a formula. */
  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
