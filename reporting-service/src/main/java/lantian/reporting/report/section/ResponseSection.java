package lantian.reporting.report.section;

import static lantian.reporting.report.Composing.cell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.LevelStep;
import lantian.reporting.report.Composing;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;

/** 应急响应启动和终止情况: start, every change and the end, the warning told apart from the response. */
final class ResponseSection implements SectionWriter {
  private static final List<String> CHANGE_COLUMNS =
      List.of("revision", "change", "published-at", "valid-from", "valid-to", "response");
  private static final List<String> EXPLAINED_COLUMNS = List.of("revision", "change", "reason");
  private static final List<String> SPAN_COLUMNS = List.of("level", "from", "to", "lasted");

  @Override
  public Section write(Episode episode, Words words, Sources sources) {
    Composing section = new Composing("response", 3, words);
    List<String> all = ForecastSection.levelSources(sources, episode.levels());
    List<String> first = ForecastSection.levelSources(sources, List.of(episode.first()));
    List<String> lift = ForecastSection.levelSources(sources, List.of(episode.lift()));
    Duration lasted = Duration.between(episode.responseFrom(), episode.liftedAt());
    section
        .figure("started", null, words.at(episode.responseFrom()), first)
        .figure("ended", null, words.at(episode.liftedAt()), lift)
        .figure(
            "lasted", lasted.toMinutes() / 60.0, words.lasting(lasted), Sources.and(first, lift))
        .figure("highest", null, words.say(episode.highest()), all)
        .figure("changes", episode.levels().size(), all);
    section.table("changes-table", CHANGE_COLUMNS, changeRows(episode, section, words, sources));
    section.table("explained", EXPLAINED_COLUMNS, explainedRows(episode, section, words, sources));
    section.table("warning", SPAN_COLUMNS, spanRows(episode, false, section, words, sources));
    section.table("response", SPAN_COLUMNS, spanRows(episode, true, section, words, sources));

    String held =
        episode.spans(true).stream()
            .map(s -> words.say("response.span", words.say(s.level()), words.lasting(s.length())))
            .collect(Collectors.joining(words.say("format.and")));
    section.dataSay(
        words.say(
            "response.say",
            words.at(episode.responseFrom()),
            words.say(episode.first().to()),
            words.at(episode.liftedAt()),
            words.lasting(lasted),
            held.isEmpty() ? words.none() : held));
    if (!episode.missingRevisions().isEmpty()) {
      section.notConcluded(words.say("response.missing", episode.missingRevisions()));
    }
    section.toComplete(words.say("response.to-complete"));
    return section.done();
  }

  private static List<Row> changeRows(
      Episode episode, Composing section, Words words, Sources sources) {
    List<Row> rows = new ArrayList<>();
    for (LevelStep step : episode.levels()) {
      rows.add(
          new Row(
              List.of(
                  section.number(step.revision()),
                  section.change(step.kind(), step.from(), step.to()),
                  cell(words.at(step.publishedAt())),
                  cell(words.at(step.validFrom())),
                  cell(words.at(step.validTo())),
                  cell(words.say(step.response()))),
              ForecastSection.levelSources(sources, List.of(step))));
    }
    return rows;
  }

  /** Why, in the words in which it was proposed and approved. */
  private static List<Row> explainedRows(
      Episode episode, Composing section, Words words, Sources sources) {
    return episode.levels().stream()
        .map(
            step ->
                new Row(
                    List.of(
                        section.number(step.revision()),
                        section.change(step.kind(), step.from(), step.to()),
                        cell(words.say(step.reason()))),
                    ForecastSection.levelSources(sources, List.of(step))))
        .toList();
  }

  private static List<Row> spanRows(
      Episode episode, boolean ofResponse, Composing section, Words words, Sources sources) {
    List<Row> rows = new ArrayList<>();
    for (Episode.Span span : episode.spans(ofResponse)) {
      rows.add(
          new Row(
              List.of(
                  ofResponse ? section.response(span.level()) : section.level(span.level()),
                  cell(words.at(span.from())),
                  cell(words.at(span.to())),
                  cell(words.lasting(span.length()))),
              ForecastSection.levelSources(sources, span.steps())));
    }
    return rows;
  }
}
