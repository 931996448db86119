package lantian.reporting.report.docx;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import lantian.events.WarningLevel;
import lantian.reporting.report.AqiClass;
import lantian.reporting.report.EvaluationReport.Chart;
import lantian.reporting.report.EvaluationReport.DailyChart;
import lantian.reporting.report.EvaluationReport.HourlyChart;
import lantian.reporting.report.Words;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.ScatterStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.jspecify.annotations.Nullable;

/** Charts of Word itself, with their numbers inside, so that they can be edited. */
final class WordCharts {
  private static final int HEIGHT = (int) (8 * Units.EMU_PER_CENTIMETER);
  private static final int MOST_LABELS = 10;

  private final Words words;

  WordCharts(Words words) {
    this.words = words;
  }

  /** As wide as the text. */
  void write(WordFlow flow, Chart chart) {
    try {
      XWPFRun run = flow.emptyParagraph(WordStyle.CHART).createRun();
      int width = flow.textWidth() * Units.EMU_PER_DXA;
      XWPFChart drawn = flow.document().createChart(run, width, HEIGHT);
      drawn.setTitleText(null);
      drawn.removeTitle();
      drawn.displayBlanksAs(DisplayBlanks.GAP);
      drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
      switch (chart) {
        case DailyChart daily -> daily(drawn, daily);
        case HourlyChart hourly -> hourly(drawn, hourly);
      }
    } catch (InvalidFormatException | IOException e) {
      throw new IllegalStateException("a chart could not be written", e);
    }
  }

  private void daily(XWPFChart drawn, DailyChart chart) {
    List<DailyChart.Day> days = chart.days();
    XDDFCategoryAxis bottom = drawn.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis left = left(drawn, bottom);
    String[] labels =
        days.stream()
            .map(
                d ->
                    d.level() == WarningLevel.NONE
                        ? monthAndDay(d.date())
                        : monthAndDay(d.date()) + " " + words.say(d.level()))
            .toArray(String[]::new);
    XDDFCategoryDataSource dates = categories(drawn, labels);
    XDDFBarChartData bars = (XDDFBarChartData) drawn.createData(ChartTypes.BAR, bottom, left);
    bars.setBarDirection(BarDirection.COL);
    bars.setGapWidth(45);
    bars.setVaryColors(false);
    XDDFChartData.Series series =
        bars.addSeries(dates, numbers(drawn, days, DailyChart.Day::aqi, 1));
    series.setTitle(
        words.say("chart.daily-aqi"), drawn.setSheetTitle(words.say("chart.daily-aqi"), 1));
    series.setFillProperties(fill("808080"));
    for (int i = 0; i < days.size(); i++) {
      Integer aqi = days.get(i).aqi();
      if (aqi != null) {
        series.getDataPoint(i).setFillProperties(fill(AqiClass.of(aqi).colour()));
      }
    }
    drawn.plot(bars);
    thresholds(drawn, bottom, left, dates, days, chart.thresholds());
  }

  private void thresholds(
      XWPFChart drawn,
      XDDFCategoryAxis bottom,
      XDDFValueAxis left,
      XDDFCategoryDataSource dates,
      List<DailyChart.Day> days,
      List<Integer> thresholds) {
    XDDFLineChartData lines = (XDDFLineChartData) drawn.createData(ChartTypes.LINE, bottom, left);
    lines.setVaryColors(false);
    int column = 2;
    for (int threshold : thresholds) {
      XDDFLineChartData.Series line =
          (XDDFLineChartData.Series)
              lines.addSeries(dates, numbers(drawn, days, d -> threshold, column));
      line.setTitle("AQI " + threshold, drawn.setSheetTitle("AQI " + threshold, column));
      style(line, threshold == 150 ? "C9A227" : threshold == 200 ? "C05A2E" : "8B1A1A");
      column++;
    }
    drawn.plot(lines);
  }

  /** Over a true time axis, so that an hour that was not measured is a gap and not a shortcut. */
  private void hourly(XWPFChart drawn, HourlyChart chart) {
    List<HourlyChart.Hour> hours = withGaps(chart.hours());
    XDDFValueAxis bottom = drawn.createValueAxis(AxisPosition.BOTTOM);
    XDDFValueAxis left = left(drawn, bottom);
    double first = Math.floor(dayNumber(hours.getFirst()));
    double last = Math.ceil(dayNumber(hours.getLast()));
    bottom.setMinimum(first);
    bottom.setMaximum(last);
    bottom.setMajorUnit(Math.ceil((last - first) / MOST_LABELS));
    bottom.setNumberFormat("m-d");
    Double[] times = hours.stream().map(WordCharts::dayNumber).toArray(Double[]::new);
    XDDFNumericalDataSource<Double> at =
        XDDFDataSourcesFactory.fromArray(times, drawn.formatRange(range(times.length, 0)), 0);
    XDDFScatterChartData lines =
        (XDDFScatterChartData) drawn.createData(ChartTypes.SCATTER, bottom, left);
    lines.setVaryColors(false);
    lines.setStyle(ScatterStyle.LINE);
    add(drawn, lines, at, hours, HourlyChart.Hour::aqi, 1, "legend.hourly", "8AA0B8", 0.75);
    add(drawn, lines, at, hours, HourlyChart.Hour::rollingAqi, 2, "legend.rolling", "12395F", 2);
    drawn.plot(lines);
  }

  private static List<HourlyChart.Hour> withGaps(List<HourlyChart.Hour> hours) {
    List<HourlyChart.Hour> all = new ArrayList<>();
    for (HourlyChart.Hour hour : hours) {
      while (!all.isEmpty() && all.getLast().at().plusHours(1).isBefore(hour.at())) {
        all.add(
            new HourlyChart.Hour(
                all.getLast().at().plusHours(1), null, null, all.getLast().level()));
      }
      all.add(hour);
    }
    return all;
  }

  /** Days as office programs count them, from the end of 1899. */
  private static double dayNumber(HourlyChart.Hour hour) {
    return ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), hour.at().toLocalDate())
        + hour.at().toLocalTime().toSecondOfDay() / 86_400.0;
  }

  private void add(
      XWPFChart drawn,
      XDDFScatterChartData lines,
      XDDFNumericalDataSource<Double> times,
      List<HourlyChart.Hour> hours,
      Function<HourlyChart.Hour, @Nullable Integer> value,
      int column,
      String title,
      String colour,
      double width) {
    XDDFScatterChartData.Series line =
        (XDDFScatterChartData.Series) lines.addSeries(times, numbers(drawn, hours, value, column));
    line.setTitle(words.say(title), drawn.setSheetTitle(words.say(title), column));
    line.setSmooth(false);
    line.setMarkerStyle(MarkerStyle.NONE);
    XDDFLineProperties properties = new XDDFLineProperties(fill(colour));
    properties.setWidth(width);
    line.setLineProperties(properties);
  }

  private static XDDFValueAxis left(XWPFChart drawn, XDDFChartAxis bottom) {
    XDDFValueAxis left = drawn.createValueAxis(AxisPosition.LEFT);
    left.setCrosses(AxisCrosses.AUTO_ZERO);
    left.setTitle("AQI");
    left.setMinimum(0);
    left.getOrAddMajorGridProperties().setLineProperties(new XDDFLineProperties(fill("E3E3E3")));
    bottom.crossAxis(left);
    left.crossAxis(bottom);
    return left;
  }

  private static void style(XDDFLineChartData.Series line, String colour) {
    line.setSmooth(false);
    line.setMarkerStyle(MarkerStyle.NONE);
    XDDFLineProperties properties = new XDDFLineProperties(fill(colour));
    properties.setWidth(1.0);
    properties.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
    line.setLineProperties(properties);
  }

  private static XDDFSolidFillProperties fill(String colour) {
    return new XDDFSolidFillProperties(XDDFColor.from(HexFormat.of().parseHex(colour)));
  }

  private static XDDFCategoryDataSource categories(XWPFChart drawn, String[] labels) {
    return XDDFDataSourcesFactory.fromArray(labels, drawn.formatRange(range(labels.length, 0)), 0);
  }

  private static <T> XDDFNumericalDataSource<Double> numbers(
      XWPFChart drawn, List<T> points, Function<T, @Nullable Integer> value, int column) {
    Double[] values = new Double[points.size()];
    for (int i = 0; i < values.length; i++) {
      Integer aqi = value.apply(points.get(i));
      if (aqi != null) {
        values[i] = aqi.doubleValue();
      }
    }
    return XDDFDataSourcesFactory.fromArray(
        values, drawn.formatRange(range(values.length, column)), column);
  }

  private static CellRangeAddress range(int rows, int column) {
    return new CellRangeAddress(1, rows, column, column);
  }

  private static String monthAndDay(LocalDate date) {
    return date.getMonthValue() + "-" + date.getDayOfMonth();
  }
}
