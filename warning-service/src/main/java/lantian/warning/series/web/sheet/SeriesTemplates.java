package lantian.warning.series.web.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import lantian.events.Resolution;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The empty files that people fill in: headings in Chinese with English beside, an example. */
final class SeriesTemplates {
  static final int MOST_ROWS = 240;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int WIDTH = 20 * 256;
  private static final int WIDE = 70 * 256;
  private static final int INSTRUCTIONS = 8;
  private static final List<String> HOURS =
      List.of("at", "pm2_5", "pm10", "so2", "no2", "co", "o3");
  private static final List<String> DAYS =
      List.of("date", "aqiLow", "aqiHigh", "primaryPollutants");

  private SeriesTemplates() {}

  /** With a byte order mark, or Excel takes the headings for GBK. */
  static byte[] csv(Resolution resolution) {
    StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(headings(resolution));
      csv.printRecord(example(resolution));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A sheet to fill in and one that says how. */
  static byte[] excel(Resolution resolution) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      Sheet data = workbook.createSheet(both("sheet.data"));
      fill(data, 0, headings(resolution));
      fill(data, 1, example(resolution));
      data.createFreezePane(0, 1);
      CellStyle time = workbook.createCellStyle();
      time.setDataFormat(
          workbook
              .createDataFormat()
              .getFormat(resolution == Resolution.DAILY ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm"));
      data.setDefaultColumnStyle(0, time);
      for (int c = 0; c < headings(resolution).size(); c++) {
        data.setColumnWidth(c, WIDTH);
      }
      validate(data, resolution);
      Sheet instructions = workbook.createSheet(both("sheet.instructions"));
      for (int i = 1; i <= INSTRUCTIONS; i++) {
        String code = "sheet.instruction." + i;
        fill(instructions, i - 1, List.of(chinese(code), english(code)));
      }
      instructions.setColumnWidth(0, WIDE);
      instructions.setColumnWidth(1, WIDE);
      workbook.write(file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void validate(Sheet data, Resolution resolution) {
    DataValidationHelper helper = data.getDataValidationHelper();
    if (resolution == Resolution.HOURLY) {
      add(
          data,
          helper,
          helper.createDecimalConstraint(OperatorType.BETWEEN, "0", "100000"),
          1,
          HOURS.size() - 1);
    } else {
      add(
          data,
          helper,
          helper.createNumericConstraint(ValidationType.INTEGER, OperatorType.BETWEEN, "0", "500"),
          1,
          2);
    }
  }

  private static void add(
      Sheet data,
      DataValidationHelper helper,
      DataValidationConstraint constraint,
      int from,
      int to) {
    // From the row after the example on.
    DataValidation validation =
        helper.createValidation(constraint, new CellRangeAddressList(2, MOST_ROWS + 1, from, to));
    validation.setEmptyCellAllowed(true);
    validation.setShowErrorBox(true);
    validation.createErrorBox(chinese("sheet.invalid.title"), both("sheet.invalid"));
    data.addValidationData(validation);
  }

  private static void fill(Sheet sheet, int row, List<String> texts) {
    var cells = sheet.createRow(row);
    for (int c = 0; c < texts.size(); c++) {
      cells.createCell(c).setCellValue(texts.get(c));
    }
  }

  private static List<String> headings(Resolution resolution) {
    return (resolution == Resolution.DAILY ? DAYS : HOURS)
        .stream().map(field -> chinese("sheet.heading." + field)).toList();
  }

  private static List<String> example(Resolution resolution) {
    return resolution == Resolution.DAILY
        ? List.of("例 2025-12-06", "180", "230", "pm2_5、pm10")
        : List.of("例 2025-12-06 17:00", "172", "210.5", "12", "58", "1.2", "");
  }

  private static String both(String code) {
    return chinese(code) + " " + english(code);
  }

  private static String chinese(String code) {
    return text(code, Locale.ROOT);
  }

  private static String english(String code) {
    return text(code, Locale.ENGLISH);
  }

  private static String text(String code, Locale locale) {
    return ResourceBundle.getBundle(
            "warning-service-sheets",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(code);
  }
}
