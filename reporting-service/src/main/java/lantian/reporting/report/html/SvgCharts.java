package lantian.reporting.report.html;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import lantian.events.WarningLevel;
import lantian.reporting.report.AqiClass;
import lantian.reporting.report.EvaluationReport.Chart;
import lantian.reporting.report.EvaluationReport.DailyChart;
import lantian.reporting.report.EvaluationReport.HourlyChart;
import lantian.reporting.report.LevelColour;
import lantian.reporting.report.Words;
import org.jspecify.annotations.Nullable;

/**
 * Charts as inline SVG. Nothing is measured or drawn here, the reader's program does that: no fonts
 * are needed on the server.
 */
public final class SvgCharts {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 330;
  private static final int LEFT = 46;
  private static final int RIGHT = 12;
  private static final int TOP = 34;
  private static final int BOTTOM = 56;
  private static final int BAND = 12;
  private static final int MOST_LABELS = 18;

  private final Words words;
  private final StringBuilder svg = new StringBuilder();
  private int top = 100;

  private SvgCharts(Words words) {
    this.words = words;
  }

  public static String draw(Chart chart, Words words) {
    SvgCharts canvas = new SvgCharts(words);
    return switch (chart) {
      case DailyChart daily -> canvas.daily(daily);
      case HourlyChart hourly -> canvas.hourly(hourly);
    };
  }

  private String daily(DailyChart chart) {
    top = upperEnd(chart.days(), DailyChart.Day::aqi);
    begin(chart, chart.thresholds());
    double step = (double) (WIDTH - LEFT - RIGHT) / Math.max(1, chart.days().size());
    int every = Math.ceilDiv(chart.days().size(), MOST_LABELS);
    for (int i = 0; i < chart.days().size(); i++) {
      DailyChart.Day day = chart.days().get(i);
      double x = LEFT + i * step;
      band(x, step, day.level());
      Integer aqi = day.aqi();
      if (aqi == null) {
        text(x + step / 2, y(0) - 6, "middle", "small", words.none());
      } else {
        add(
            "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='#%s' stroke='#555'"
                + " stroke-width='0.5'><title>%s AQI %d %s</title></rect>",
            x + step * 0.16,
            y(aqi),
            step * 0.68,
            y(0) - y(aqi),
            AqiClass.of(aqi).colour(),
            words.on(day.date()),
            aqi,
            escape(words.say(AqiClass.of(aqi))));
        text(x + step / 2, y(aqi) - 4, "middle", "small", String.valueOf(aqi));
      }
      if (i % every == 0) {
        text(x + step / 2, y(0) + 15, "middle", "small", monthAndDay(day.date()));
      }
    }
    legendOfClasses();
    return end();
  }

  private String hourly(HourlyChart chart) {
    top =
        Math.max(
            upperEnd(chart.hours(), HourlyChart.Hour::aqi),
            upperEnd(chart.hours(), HourlyChart.Hour::rollingAqi));
    begin(chart, chart.thresholds());
    List<HourlyChart.Hour> hours = chart.hours();
    OffsetDateTime first = hours.getFirst().at();
    double step =
        (double) (WIDTH - LEFT - RIGHT) / Math.max(1, position(first, hours.getLast().at()) + 1);
    for (int i = 0, from = 0; i < hours.size(); i++) {
      if (i + 1 == hours.size() || hours.get(i + 1).level() != hours.get(i).level()) {
        long start = position(first, hours.get(from).at());
        long end =
            i + 1 == hours.size()
                ? position(first, hours.get(i).at()) + 1
                : position(first, hours.get(i + 1).at());
        band(LEFT + start * step, (end - start) * step, hours.get(i).level());
        from = i + 1;
      }
    }
    line(hours, first, step, HourlyChart.Hour::aqi, "hourly");
    line(hours, first, step, HourlyChart.Hour::rollingAqi, "rolling");
    long days = position(first, hours.getLast().at()) / 24 + 1;
    long every = Math.ceilDiv(days, MOST_LABELS);
    for (HourlyChart.Hour hour : hours) {
      long day = hour.at().toLocalDate().toEpochDay() - first.toLocalDate().toEpochDay();
      if (hour.at().getHour() == 0 && day % every == 0) {
        double x = LEFT + position(first, hour.at()) * step;
        add("<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' class='tick'/>", x, y(0), x, y(0) + 4);
        text(x, y(0) + 15, "middle", "small", monthAndDay(hour.at().toLocalDate()));
      }
    }
    double y = HEIGHT - 12;
    add(
        "<line x1='%d' y1='%.1f' x2='%d' y2='%.1f' class='hourly'/>",
        LEFT, y - 4, LEFT + 26, y - 4);
    text(LEFT + 32, y, "start", "small", words.say("legend.hourly"));
    add("<line x1='%d' y1='%.1f' x2='%d' y2='%.1f' class='rolling'/>", 210, y - 4, 236, y - 4);
    text(242, y, "start", "small", words.say("legend.rolling"));
    legendOfLevels(460);
    return end();
  }

  private static long position(OffsetDateTime first, OffsetDateTime at) {
    return Duration.between(first, at).toHours();
  }

  private void line(
      List<HourlyChart.Hour> hours,
      OffsetDateTime first,
      double step,
      Function<HourlyChart.Hour, @Nullable Integer> value,
      String style) {
    StringBuilder path = new StringBuilder();
    long before = Long.MIN_VALUE;
    for (HourlyChart.Hour hour : hours) {
      Integer aqi = value.apply(hour);
      if (aqi != null) {
        long position = position(first, hour.at());
        path.append(
            String.format(
                Locale.ROOT,
                "%s%.1f %.1f",
                position == before + 1 ? "L" : "M",
                LEFT + (position + 0.5) * step,
                y(aqi)));
        before = position;
      }
    }
    add("<path d='%s' class='%s'/>", path, style);
  }

  private void begin(Chart chart, List<Integer> thresholds) {
    add(
        "<svg viewBox='0 0 %d %d' role='img' xmlns='http://www.w3.org/2000/svg'"
            + " aria-label='%s'><title>%s</title>",
        WIDTH, HEIGHT, escape(chart.caption()), escape(chart.caption()));
    for (int aqi = 0; aqi <= top; aqi += 100) {
      add(
          "<line x1='%d' y1='%.1f' x2='%d' y2='%.1f' class='grid'/>",
          LEFT, y(aqi), WIDTH - RIGHT, y(aqi));
      text(LEFT - 6, y(aqi) + 4, "end", "small", String.valueOf(aqi));
    }
    for (int threshold : thresholds) {
      if (threshold <= top) {
        add(
            "<line x1='%d' y1='%.1f' x2='%d' y2='%.1f' class='threshold'/>",
            LEFT, y(threshold), WIDTH - RIGHT, y(threshold));
        text(WIDTH - RIGHT, y(threshold) - 3, "end", "threshold-text", String.valueOf(threshold));
      }
    }
  }

  private String end() {
    return svg.append("</svg>").toString();
  }

  private void band(double x, double width, WarningLevel level) {
    add(
        "<rect x='%.1f' y='%d' width='%.1f' height='%d' fill='#%s'><title>%s</title></rect>",
        x, TOP - BAND - 8, width, BAND, LevelColour.of(level).colour(), escape(words.say(level)));
  }

  private void legendOfClasses() {
    int x = LEFT;
    for (AqiClass category : AqiClass.values()) {
      add(
          "<rect x='%d' y='%d' width='12' height='10' fill='#%s' stroke='#555'"
              + " stroke-width='0.5'/>",
          x, HEIGHT - 20, category.colour());
      String name = words.say(category);
      text(x + 16, HEIGHT - 11, "start", "small", name);
      x += 28 + name.length() * (words.english() ? 6 : 13);
    }
    legendOfLevels(x + 14);
  }

  private void legendOfLevels(int from) {
    int x = from;
    text(x, HEIGHT - 11, "start", "small", words.say("legend.level"));
    x += words.say("legend.level").length() * (words.english() ? 6 : 12) + 8;
    for (WarningLevel level : WarningLevel.values()) {
      add(
          "<rect x='%d' y='%d' width='18' height='8' fill='#%s'/>",
          x, HEIGHT - 19, LevelColour.of(level).colour());
      String name = words.say(level);
      text(x + 22, HEIGHT - 11, "start", "small", name);
      x += 32 + name.length() * (words.english() ? 7 : 13);
    }
  }

  private double y(int aqi) {
    return HEIGHT - BOTTOM - (double) aqi / top * (HEIGHT - BOTTOM - TOP);
  }

  private static <T> int upperEnd(List<T> points, Function<T, @Nullable Integer> value) {
    int highest = 320;
    for (T point : points) {
      Integer aqi = value.apply(point);
      if (aqi != null && aqi > highest) {
        highest = aqi;
      }
    }
    return Math.ceilDiv(highest + 20, 50) * 50;
  }

  private static String monthAndDay(LocalDate date) {
    return date.getMonthValue() + "-" + date.getDayOfMonth();
  }

  private void text(double x, double y, String anchor, String style, String text) {
    add(
        "<text x='%.1f' y='%.1f' text-anchor='%s' class='%s'>%s</text>",
        x, y, anchor, style, escape(text));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#39;")
        .replace("\"", "&quot;");
  }
}
