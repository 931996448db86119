package lantian.warning.series.web.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lantian.warning.aqi.web.FieldRules;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * CSV by RFC 4180, its lines ended as they like. Text is UTF-8, with or without a byte order mark,
 * and where it is not, strictly decoded, GB 18030, which contains GBK: what Excel writes on a
 * Chinese Windows.
 */
public final class CsvSheet {
  public static final String MEDIA_TYPE = "text/csv";

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Charset GB_18030 = Charset.forName("GB18030");
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private CsvSheet() {}

  /** The table; without rows where the field rules hold why. */
  public static Sheet read(byte[] file, int mostRows, FieldRules fields) {
    String text = decoded(file);
    if (text == null) {
      fields.wrong("", "sheet-encoding");
      return new Sheet(List.of());
    }
    List<Sheet.Row> rows = new ArrayList<>();
    long line = 0;
    try (CSVParser parser =
        CSVParser.builder().setFormat(FORMAT).setReader(new StringReader(text)).get()) {
      for (CSVRecord written : parser) {
        line = parser.getCurrentLineNumber();
        Sheet.Row row = row(Math.toIntExact(line), written);
        if (row.isBlank()) {
          continue;
        }
        if (rows.size() == mostRows) {
          fields.wrong("", "sheet-rows", mostRows);
          return new Sheet(List.of());
        }
        rows.add(row);
      }
    } catch (IOException | UncheckedIOException e) {
      fields.wrong("/" + (line + 1), "csv-quotes");
      return new Sheet(List.of());
    }
    return new Sheet(rows);
  }

  private static Sheet.Row row(int number, CSVRecord written) {
    List<Sheet.Cell> cells = new ArrayList<>(written.size());
    for (String cell : written) {
      cells.add(Sheet.Cell.of(cell));
    }
    return new Sheet.Row(number, cells);
  }

  private static @Nullable String decoded(byte[] file) {
    String text = decoded(file, StandardCharsets.UTF_8);
    if (text == null) {
      text = decoded(file, GB_18030);
    }
    return text != null && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK
        ? text.substring(1)
        : text;
  }

  private static @Nullable String decoded(byte[] file, Charset charset) {
    try {
      // A new decoder reports what it cannot decode, where a String would hold a question mark.
      return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
