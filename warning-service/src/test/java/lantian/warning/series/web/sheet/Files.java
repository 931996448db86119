package lantian.warning.series.web.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The same rows as CSV and as Excel. */
public final class Files {
  private Files() {}

  /** A formula in a cell. */
  public record Formula(String text) {}

  public static byte[] csv(List<List<Object>> rows) {
    var text = new StringBuilder();
    for (var row : rows) {
      for (int c = 0; c < row.size(); c++) {
        String cell = row.get(c) instanceof LocalDateTime at ? at.toString() : "" + row.get(c);
        text.append(c == 0 ? "" : ",")
            .append(
                cell.contains(",") || cell.contains("\"")
                    ? '"' + cell.replace("\"", "\"\"") + '"'
                    : cell);
      }
      text.append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] excel(List<List<Object>> rows) {
    try (var workbook = new XSSFWorkbook();
        var file = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet("任意名称");
      var time = workbook.createCellStyle();
      time.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d h:mm"));
      for (int r = 0; r < rows.size(); r++) {
        var row = sheet.createRow(r);
        for (int c = 0; c < rows.get(r).size(); c++) {
          switch (rows.get(r).get(c)) {
            case LocalDateTime at -> {
              var cell = row.createCell(c);
              cell.setCellValue(at);
              cell.setCellStyle(time);
            }
            case Number number -> row.createCell(c).setCellValue(number.doubleValue());
            case Formula(var formula) -> row.createCell(c).setCellFormula(formula);
            case Object other when other.toString().isEmpty() -> {}
            case Object other -> row.createCell(c).setCellValue(other.toString());
          }
        }
      }
      workbook.write(file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
