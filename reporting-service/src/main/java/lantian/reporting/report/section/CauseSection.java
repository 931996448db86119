package lantian.reporting.report.section;

import static lantian.reporting.report.Composing.cell;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lantian.events.ChinaTime;
import lantian.events.Pollutant;
import lantian.events.WarningLevel;
import lantian.reporting.episode.AirDay;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.MeasuredHour;
import lantian.reporting.report.AqiClass;
import lantian.reporting.report.Composing;
import lantian.reporting.report.EvaluationReport.DailyChart;
import lantian.reporting.report.EvaluationReport.HourlyChart;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;
import org.jspecify.annotations.Nullable;

/** 成因技术分析: the air as measured, and plainly what the measurements alone do not explain. */
final class CauseSection implements SectionWriter {
  @Override
  public Section write(Episode episode, Words words, Sources sources) {
    Composing section = new Composing("cause", 1, words);
    List<MeasuredHour> during = episode.hoursDuring();
    List<String> all = Air.sources(sources, during);
    long expected = Air.hoursBetween(episode.responseFrom(), episode.liftedAt());
    section.figure("hours", during.size(), words.say("of", during.size(), expected), all);
    Optional<MeasuredHour> peak = Air.peak(during, MeasuredHour::aqi);
    Optional<MeasuredHour> rolling = Air.peak(during, MeasuredHour::rollingAqi);
    peakFigure(section, "peak", peak, MeasuredHour::aqi, words, sources);
    peakFigure(section, "rolling", rolling, MeasuredHour::rollingAqi, words, sources);
    for (int threshold : Air.THRESHOLDS) {
      int over = Air.hoursOver(during, threshold);
      section.figure("over" + threshold, over, all);
    }
    Pollutant primary = AirDay.mostFrequentPrimary(during);
    int primaryHours = primary == null ? 0 : AirDay.countPrimary(during).getOrDefault(primary, 0);
    section.figure("primary", null, primary == null ? words.none() : words.say(primary), all);

    List<MeasuredHour> around = episode.hoursAround();
    List<AirDay> days = AirDay.of(around);
    List<String> aroundSources = Air.sources(sources, around);
    if (!days.isEmpty()) {
      section.chart(daily(episode, days, words, aroundSources));
      section.chart(hourly(episode, around, words, aroundSources));
    }
    section.table("days", DAY_COLUMNS, dayRows(episode, days, section, words, sources));
    section.table("pollutants", POLLUTANT_COLUMNS, pollutantRows(during, section, words, sources));

    if (during.isEmpty()) {
      section.notConcluded(words.say("cause.no-hours"));
    } else {
      section.dataSay(
          words.say(
              "cause.say",
              words.at(episode.responseFrom()),
              words.at(episode.liftedAt()),
              during.size(),
              peak.map(MeasuredHour::aqi).orElse(null),
              words.at(peak.map(MeasuredHour::at).orElse(null)),
              Air.hoursOver(during, 150),
              Air.hoursOver(during, 200),
              Air.hoursOver(during, 300)));
      if (primary != null) {
        section.dataSay(
            words.say(
                "cause.say-primary",
                words.say(primary),
                primaryHours,
                words.share(primaryHours, during.size()),
                words.say(episode.first().cause())));
      }
      if (during.size() < expected) {
        section.notConcluded(words.say("cause.gaps", expected - during.size(), expected));
      }
    }
    section.notConcluded(words.say("cause.not-concluded"));
    section.toComplete(words.say("cause.to-complete"));
    return section.done();
  }

  private static final List<String> DAY_COLUMNS =
      List.of("date", "level", "#daily-aqi", "class", "#peak-aqi", "primary", "#over200", "#hours");

  private static final List<String> POLLUTANT_COLUMNS =
      List.of("pollutant", "#mean", "#max", "max-at", "#valid-hours", "#primary-hours");

  private static void peakFigure(
      Composing section,
      String name,
      Optional<MeasuredHour> peak,
      Function<MeasuredHour, @Nullable Integer> value,
      Words words,
      Sources sources) {
    Integer aqi = peak.isPresent() ? value.apply(peak.get()) : null;
    section.figure(
        name,
        aqi,
        aqi == null ? words.none() : words.say("at", aqi, words.at(peak.get().at())),
        Air.sources(sources, peak.stream().toList()));
  }

  private static List<Row> dayRows(
      Episode episode, List<AirDay> days, Composing section, Words words, Sources sources) {
    List<Row> rows = new ArrayList<>();
    for (AirDay day : days) {
      Integer aqi = day.dailyAqi();
      Integer peak = day.peakHourlyAqi().isPresent() ? day.peakHourlyAqi().getAsInt() : null;
      Pollutant primary = AirDay.mostFrequentPrimary(day.hours());
      rows.add(
          new Row(
              List.of(
                  cell(words.on(day.date())),
                  section.level(Air.levelOn(episode, day.date())),
                  section.aqi(aqi),
                  cell(aqi == null ? words.none() : words.say(AqiClass.of(aqi))),
                  section.aqi(peak),
                  cell(primary == null ? words.none() : words.say(primary)),
                  section.number(Air.hoursOver(day.hours(), 200)),
                  section.number(day.hours().size())),
              Air.sources(sources, day.hours())));
    }
    return rows;
  }

  private static List<Row> pollutantRows(
      List<MeasuredHour> hours, Composing section, Words words, Sources sources) {
    Map<Pollutant, Integer> primary = AirDay.countPrimary(hours);
    List<Row> rows = new ArrayList<>();
    for (Pollutant pollutant : Pollutant.values()) {
      List<MeasuredHour> valid =
          hours.stream().filter(h -> h.values().containsKey(pollutant)).toList();
      Optional<MeasuredHour> highest =
          valid.stream().max(Comparator.comparing(h -> value(h, pollutant)));
      rows.add(
          new Row(
              List.of(
                  cell(words.say("unit-of", words.say(pollutant), unit(pollutant))),
                  section.number(Air.mean(hours, pollutant)),
                  section.number(highest.map(h -> value(h, pollutant)).orElse(null)),
                  cell(words.at(highest.map(MeasuredHour::at).orElse(null))),
                  section.number(valid.size()),
                  section.number(primary.getOrDefault(pollutant, 0))),
              Air.sources(sources, valid)));
    }
    return rows;
  }

  private static BigDecimal value(MeasuredHour hour, Pollutant pollutant) {
    return hour.values().getOrDefault(pollutant, BigDecimal.ZERO);
  }

  private static String unit(Pollutant pollutant) {
    return pollutant == Pollutant.CO ? "mg/m³" : "µg/m³";
  }

  private static DailyChart daily(
      Episode episode, List<AirDay> days, Words words, List<String> sources) {
    return new DailyChart(
        "cause.daily-chart",
        words.say("cause.daily-chart"),
        Air.THRESHOLDS,
        days.stream()
            .map(d -> new DailyChart.Day(d.date(), d.dailyAqi(), Air.levelOn(episode, d.date())))
            .toList(),
        sources);
  }

  private static HourlyChart hourly(
      Episode episode, List<MeasuredHour> hours, Words words, List<String> sources) {
    List<Episode.Span> spans = episode.spans(true);
    List<HourlyChart.Hour> points = new ArrayList<>();
    for (MeasuredHour hour : hours) {
      Instant at = hour.at();
      WarningLevel level = Air.responseAt(spans, at);
      points.add(new HourlyChart.Hour(ChinaTime.at(at), hour.aqi(), hour.rollingAqi(), level));
    }
    return new HourlyChart(
        "cause.hourly-chart", words.say("cause.hourly-chart"), Air.THRESHOLDS, points, sources);
  }
}
