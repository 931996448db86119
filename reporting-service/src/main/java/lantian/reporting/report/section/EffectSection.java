package lantian.reporting.report.section;

import static lantian.reporting.report.Composing.cell;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lantian.events.Pollutant;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.MeasuredHour;
import lantian.reporting.report.Composing;
import lantian.reporting.report.EvaluationReport.Cell;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;
import org.jspecify.annotations.Nullable;

/** 效果评估: before, during and after side by side, and why that is no proof of an effect. */
final class EffectSection implements SectionWriter {
  private static final List<String> COLUMNS =
      List.of(
          "period",
          "#hours",
          "#mean-aqi",
          "#peak-aqi",
          "#mean-pm25",
          "#mean-pm10",
          "#over150",
          "#over200",
          "#over300");

  private record Period(String name, Instant from, Instant to, List<MeasuredHour> hours) {
    static Period of(String name, Episode episode, Instant from, Instant to) {
      return new Period(name, from, to, episode.hoursBetween(from, to));
    }

    @Nullable Long meanAqi() {
      var mean = hours.stream().filter(h -> h.aqi() != null).mapToInt(Period::aqi).average();
      return mean.isPresent() ? Math.round(mean.getAsDouble()) : null;
    }

    private static int aqi(MeasuredHour hour) {
      return hour.aqi() == null ? 0 : hour.aqi();
    }
  }

  @Override
  public Section write(Episode episode, Words words, Sources sources) {
    Composing section = new Composing("effect", 6, words);
    Instant from = episode.responseFrom();
    Instant to = episode.liftedAt();
    List<Period> periods = new ArrayList<>();
    periods.add(Period.of("before", episode, from.minus(Episode.MARGIN), from));
    periods.add(Period.of("during", episode, from, to));
    periods.add(Period.of("after", episode, to, to.plus(Episode.MARGIN)));
    List<Row> rows = new ArrayList<>();
    for (Period period : periods) {
      List<String> of = Air.sources(sources, period.hours());
      section.figure("mean-" + period.name(), period.meanAqi(), of);
      rows.add(row(period, section, words, of));
    }
    section.table("periods", COLUMNS, rows);

    Period during = periods.get(1);
    BigDecimal before = Air.mean(periods.getFirst().hours(), Pollutant.PM2_5);
    BigDecimal in = Air.mean(during.hours(), Pollutant.PM2_5);
    if (before == null || in == null) {
      section.notConcluded(words.say("effect.no-comparison"));
    } else {
      section.dataSay(
          words.say("effect.say", before, in, periods.getFirst().meanAqi(), during.meanAqi()));
    }
    long missing = Air.hoursBetween(to, to.plus(Episode.MARGIN)) - periods.getLast().hours().size();
    if (missing > 0) {
      section.notConcluded(words.say("effect.after-incomplete", missing));
    }
    section.notConcluded(words.say("effect.not-concluded"));
    section.toComplete(words.say("effect.to-complete"));
    return section.done();
  }

  private static Row row(Period period, Composing section, Words words, List<String> sources) {
    List<MeasuredHour> hours = period.hours();
    return new Row(
        List.of(
            cell(
                words.say(
                    "effect.period-" + period.name(),
                    words.at(period.from()),
                    words.at(period.to()))),
            new Cell(
                words.say("of", hours.size(), Air.hoursBetween(period.from(), period.to())),
                hours.size(),
                null),
            section.number(period.meanAqi()),
            section.aqi(Air.peak(hours, MeasuredHour::aqi).map(MeasuredHour::aqi).orElse(null)),
            section.number(Air.mean(hours, Pollutant.PM2_5)),
            section.number(Air.mean(hours, Pollutant.PM10)),
            section.number(Air.hoursOver(hours, 150)),
            section.number(Air.hoursOver(hours, 200)),
            section.number(Air.hoursOver(hours, 300))),
        sources);
  }
}
