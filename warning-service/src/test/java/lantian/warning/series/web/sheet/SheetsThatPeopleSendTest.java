package lantian.warning.series.web.sheet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lantian.events.Pollutant;
import lantian.events.Resolution;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.warning.aqi.web.FieldRules;
import lantian.warning.series.Points;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * F38 and F39 for files, and what is no fault: dates of Excel, GBK, byte order marks, blank rows.
 */
class SheetsThatPeopleSendTest {
  private static final LocalDateTime FIVE = LocalDateTime.parse("2025-12-05T17:00");
  private static final List<Object> HEADINGS = List.of("时间 at", "PM2.5", "co (mg/m³)");

  /** Both kinds of file. */
  enum Kind {
    CSV(Files::csv),
    EXCEL(Files::excel);

    private final Function<List<List<Object>>, byte[]> file;

    Kind(Function<List<List<Object>>, byte[]> file) {
      this.file = file;
    }

    Sheet read(byte[] bytes, FieldRules fields) {
      return this == CSV
          ? CsvSheet.read(bytes, 1000, fields)
          : ExcelSheet.read(bytes, 1000, fields);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGoodFileIsReadAsItWasMeant(Kind kind) {
    var points =
        points(
            kind,
            List.of(
                HEADINGS,
                List.of("例 2025-12-06 17:00", 1, 1),
                List.of(FIVE, 172, 0.7),
                List.of("2025/12/5 18:00", "210.50", ""),
                List.of("", "", ""),
                List.of("2025-12-05T11:00:00Z", 30, 1.25),
                List.of("", "", "")));
    assertThat(points.first()).isEqualTo(at("2025-12-05T17:00+08:00"));
    assertThat(points.last()).isEqualTo(at("2025-12-05T19:00+08:00"));
    assertThat(value(points, 0, Pollutant.CO)).isEqualByComparingTo("0.7");
    assertThat(value(points, 1, Pollutant.PM2_5)).isEqualByComparingTo("210.5");
    assertThat(value(points, 1, Pollutant.CO)).isNull();
    assertThat(value(points, 2, Pollutant.O3)).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void everyFaultOfAFileIsNamedRowByRowAndFieldAtOnce(Kind kind) {
    var rows = new ArrayList<List<Object>>();
    rows.add(HEADINGS);
    rows.add(List.of(FIVE, "NaN", 1));
    rows.add(List.of(FIVE.plusHours(1), -5, 1));
    rows.add(List.of(FIVE.plusHours(2), "1e999", 1));
    rows.add(List.of("", 30, 1));
    rows.add(List.of(FIVE.plusHours(4), "３５", 1));
    rows.add(List.of(FIVE.plusHours(4), 30, 700));
    rows.add(List.of(FIVE.plusHours(6), "—", 1));
    rows.add(List.of("昨天", 30, 1));
    rows.add(List.of(FIVE.plusHours(8).plusMinutes(30), 30, 1));
    rows.add(List.of(FIVE.plusHours(9), "1e-999999999", "1,5"));
    assertThat(faults(kind, rows))
        .containsExactly(
            "/2/pm2_5 sheet-number",
            "/3/pm2_5 negative",
            "/4/pm2_5 too-high",
            "/5/at required",
            "/6/pm2_5 sheet-full-width",
            "/7/co co-unit",
            "/7/at duplicate-hour",
            "/8/pm2_5 sheet-number",
            "/8/at gap",
            "/9/at time",
            "/10/at full-hour",
            "/11/pm2_5 number-size",
            "/11/co sheet-number");
  }

  @ParameterizedTest
  @EnumSource
  void anHourLeftOutOrGivenTwiceIsAFault(Kind kind) {
    assertThat(faults(kind, hours(0, 1, 2, 4))).containsExactly("/5/at gap");
    assertThat(faults(kind, hours(0, 1, 1, 2))).containsExactly("/4/at duplicate-hour");
    assertThat(faults(kind, hours(1, 0, 2))).contains("/3/at not-in-order");
    assertThat(faults(kind, List.of(HEADINGS))).containsExactly(" no-points");
  }

  @ParameterizedTest
  @EnumSource
  void headingsSayWhatIsWrongWithThem(Kind kind) {
    assertThat(headed(kind, "at", "pm25", "黑碳")).containsExactly("/1/C sheet-column");
    assertThat(headed(kind, "at", "PM2.5（mg/m³）", "co（µg/m³）"))
        .containsExactly("/1/B sheet-unit", "/1/C sheet-unit");
    assertThat(headed(kind, "at", "pm10", "PM10")).containsExactly("/1/C sheet-column-twice");
    assertThat(headed(kind, "hour", "pm10", "o3")).containsExactly("/1/A sheet-column");
    assertThat(headed(kind, "pm2_5", "pm10", "o3")).containsExactly("/1 sheet-time");
    assertThat(headed(kind, "at", "date", "o3")).containsExactly("/1 sheet-time");
    assertThat(headed(kind, "at", "", "o3")).containsExactly("/1/B sheet-column");
    assertThat(headed(kind, "at", "o3")).contains("/2/C sheet-beyond");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"30\u0000", "3\u202E0", "30\u200B", "3\u00A00", "😀", "${30}", "{{30}}", "=30"})
  void whatCannotBeSeenOrIsNoNumberIsNoNumber(String cell) {
    for (var kind : Kind.values()) {
      if (kind == Kind.EXCEL && cell.contains("\u0000")) {
        continue; // no XML can hold it
      }
      assertThat(faults(kind, List.of(HEADINGS, List.of(FIVE, cell, 1))))
          .as("%s %s", kind, cell)
          .hasSize(1)
          .allMatch(fault -> fault.startsWith("/2/pm2_5 "));
    }
  }

  @ParameterizedTest
  @EnumSource
  void daysAreReadAsDays(Kind kind) {
    var points =
        points(
            kind,
            List.of(
                List.of("日期", "AQI下限", "AQI上限", "首要污染物"),
                List.of("2025/12/6", 180, 230, "PM2.5、pm10"),
                List.of(LocalDateTime.parse("2025-12-07T00:00:00"), "", 90, "")));
    assertThat(points).isInstanceOf(Points.Daily.class);
    var days = ((Points.Daily) points).points();
    assertThat(days.get(0).primaryPollutants()).containsExactly(Pollutant.PM2_5, Pollutant.PM10);
    assertThat(days.get(1).aqiLow()).isNull();
    assertThat(
            faults(
                kind,
                List.of(
                    List.of("date", "aqiHigh", "primaryPollutants"),
                    List.of("2025-12-06", 501, "pm1"),
                    List.of("2025-12-07", "90.5", ""))))
        .containsExactlyInAnyOrder(
            "/2/aqiHigh aqi",
            "/2/primaryPollutants/0 unknown-pollutant",
            "/3/aqiHigh sheet-whole-number",
            "/3/aqiHigh required");
  }

  @Test
  void aFileOfGbkAndOneWithAByteOrderMarkAreRead() {
    var text = "时间,细颗粒物\n2025-12-05 17:00,30\n";
    for (var bytes :
        List.of(
            text.getBytes(Charset.forName("GBK")),
            text.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))) {
      var fields = new FieldRules();
      assertThat(new SeriesSheet(fields).read(CsvSheet.read(bytes, 10, fields), 240)).isNotNull();
    }
    assertThat(faultsOf(fields -> CsvSheet.read(new byte[] {(byte) 0xFF, 0x20}, 10, fields)))
        .containsExactly(" sheet-encoding");
  }

  @Test
  void semicolonsAndOpenQuotesAreNamedAsSuch() {
    assertThat(csvFaults("at;pm2_5\n")).containsExactly("/1/A csv-separator");
    assertThat(csvFaults("at,pm2_5\n\"2025-12-05 17:00,30\n")).containsExactly("/2 csv-quotes");
  }

  @Test
  void aFormulaIsNeverReadWhateverWasComputedInIt() {
    assertThat(
            faults(
                Kind.EXCEL,
                List.of(
                    HEADINGS,
                    List.of(FIVE, new Files.Formula("1+1"), 1),
                    List.of(FIVE.plusHours(1), new Files.Formula("[1]Sheet1!A1"), 1))))
        .containsExactly("/2/pm2_5 sheet-formula", "/3/pm2_5 sheet-formula");
  }

  @Test
  void whatIsNoWorkbookIsRefused() throws Exception {
    for (var bytes :
        List.of(
            new byte[0],
            "at,pm2_5".getBytes(StandardCharsets.UTF_8),
            new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
            zip("a.txt", 10))) {
      assertThat(faultsOf(fields -> ExcelSheet.read(bytes, 10, fields)))
          .containsExactly(" excel-unreadable");
    }
  }

  @Test
  void aWorkbookThatUnpacksWithoutEndIsRefusedBeforeItIsKept() throws Exception {
    var bomb = zip("xl/worksheets/sheet1.xml", 200 << 20);
    assertThat(bomb.length).isLessThan(1 << 20);
    assertThat(faultsOf(fields -> ExcelSheet.read(bomb, 10, fields)))
        .containsExactly(" excel-too-large");
  }

  @ParameterizedTest
  @EnumSource
  void moreRowsThanAreTakenAreRefused(Kind kind) {
    var rows = new ArrayList<>(hours(java.util.stream.IntStream.range(0, 241).toArray()));
    assertThat(faults(kind, rows)).containsExactly(" too-many-points");
    while (rows.size() < 1001) {
      rows.add(List.of("x"));
    }
    assertThat(faults(kind, rows)).containsExactly(" sheet-rows");
  }

  @ParameterizedTest
  @EnumSource(Resolution.class)
  void theTemplatesAreReadAsFilesWithoutPoints(Resolution resolution) throws Exception {
    assertThat(
            faultsOf(
                fields ->
                    new SeriesSheet(fields)
                        .read(CsvSheet.read(SeriesTemplates.csv(resolution), 10, fields), 240)))
        .containsExactly(" no-points");
    var excel = SeriesTemplates.excel(resolution);
    assertThat(
            faultsOf(
                fields -> new SeriesSheet(fields).read(ExcelSheet.read(excel, 10, fields), 240)))
        .containsExactly(" no-points");
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(excel))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
      assertThat(workbook.getSheetAt(0).getDataValidations()).hasSize(1);
      assertThat(workbook.getSheetAt(1).getRow(3).getCell(0).getStringCellValue()).contains("公式");
      assertThat(workbook.getSheetAt(1).getRow(3).getCell(1).getStringCellValue())
          .contains("formula");
    }
  }

  private static List<String> headed(Kind kind, Object... headings) {
    return faults(kind, List.of(List.of(headings), List.of(FIVE, 1, 1)));
  }

  private static List<List<Object>> hours(int... hours) {
    var rows = new ArrayList<List<Object>>(List.of(HEADINGS));
    for (int h : hours) {
      rows.add(List.of(FIVE.plusHours(h), 30, 1));
    }
    return rows;
  }

  private static Points points(Kind kind, List<List<Object>> rows) {
    var fields = new FieldRules();
    var points = new SeriesSheet(fields).read(kind.read(kind.file.apply(rows), fields), 240);
    fields.mustHold();
    return requireNonNull(points);
  }

  private static List<String> csvFaults(String text) {
    return faultsOf(
        fields ->
            new SeriesSheet(fields)
                .read(CsvSheet.read(text.getBytes(StandardCharsets.UTF_8), 10, fields), 240));
  }

  private static List<String> faults(Kind kind, List<List<Object>> rows) {
    return faultsOf(
        fields -> new SeriesSheet(fields).read(kind.read(kind.file.apply(rows), fields), 240));
  }

  private static List<String> faultsOf(Consumer<FieldRules> reading) {
    var fields = new FieldRules();
    reading.accept(fields);
    try {
      fields.mustHold();
      return List.of();
    } catch (Problem problem) {
      return problem.errors().stream().map(SheetsThatPeopleSendTest::shown).toList();
    }
  }

  private static String shown(FieldError error) {
    return error.pointer() + " " + error.code();
  }

  private static @Nullable BigDecimal value(Points points, int hour, Pollutant pollutant) {
    return ((Points.Hourly) points).points().get(hour).sample().value(pollutant);
  }

  private static Instant at(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }

  private static byte[] zip(String name, int zeros) throws java.io.IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      byte[] chunk = new byte[1 << 20];
      for (int left = zeros; left > 0; left -= chunk.length) {
        zip.write(chunk, 0, Math.min(left, chunk.length));
      }
    }
    return bytes.toByteArray();
  }
}
