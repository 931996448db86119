package lantian.reporting.report.section;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.Extent;
import lantian.reporting.report.EvaluationReport;
import lantian.reporting.report.EvaluationReport.Fact;
import lantian.reporting.report.EvaluationReport.Figure;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.EvaluationReport.Status;
import lantian.reporting.report.Lists;
import lantian.reporting.report.OpenReport;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;

/** Puts a report together from the facts of its episode as they are known at the moment. */
public final class ComposingReport {
  /** The figures that a reader wants first, in this order. */
  private static final List<String> SUMMARY =
      List.of(
          "response.highest",
          "response.lasted",
          "cause.rolling",
          "cause.over200",
          "measures.units",
          "measures.assigned",
          "measures.completed",
          "measures.overdue",
          "support.sent",
          "support.acknowledged",
          "support.failed",
          "problems.found");

  private static final Pattern YEAR = Pattern.compile("(?:^|\\D)(20\\d\\d)(?:\\D|$)");

  private ComposingReport() {}

  public static EvaluationReport of(
      OpenReport report, Episode episode, Extent extent, Instant readAt, Words words) {
    Sources sources = new Sources(new Lists(report.id()));
    List<Section> sections = SevenSections.of(episode, extent, words, sources);
    WarningLevel highest = episode.highest();
    return new EvaluationReport(
        report.id().value(),
        report.warningId(),
        Status.DRAFT,
        report.mode(),
        report.jurisdiction(),
        report.jurisdictionName(),
        words.say("title", report.jurisdictionName(), words.say(highest)),
        highest,
        episode.first().policy(),
        ChinaTime.at(episode.first().publishedAt()),
        ChinaTime.at(report.liftedAt()),
        report.due().date(),
        report.due().provisional(),
        ChinaTime.at(readAt),
        facts(report, episode, readAt, words),
        notices(report, episode, words),
        summary(sections),
        sections,
        sources.all());
  }

  private static List<Fact> facts(OpenReport report, Episode episode, Instant readAt, Words words) {
    List<Fact> facts = new ArrayList<>();
    add(facts, words, "jurisdiction", report.jurisdictionName() + " " + report.jurisdiction());
    add(facts, words, "warning", report.warningId().toString());
    add(facts, words, "mode", words.say(report.mode()));
    add(facts, words, "policy", episode.first().policy());
    add(facts, words, "cause", words.say(episode.first().cause()));
    add(facts, words, "published", words.at(episode.first().publishedAt()));
    add(facts, words, "lifted", words.at(report.liftedAt()));
    add(
        facts,
        words,
        "due",
        words.on(report.due().date())
            + (report.due().provisional() ? words.say("provisional") : ""));
    add(facts, words, "status", words.say(Status.DRAFT));
    add(facts, words, "read", words.at(readAt));
    return facts;
  }

  private static void add(List<Fact> facts, Words words, String code, String text) {
    facts.add(new Fact(code, words.say("fact." + code), text));
  }

  private static List<String> notices(OpenReport report, Episode episode, Words words) {
    List<String> notices = new ArrayList<>();
    if (report.mode() == Mode.DRILL) {
      notices.add(words.say("notice.drill"));
    }
    notices.add(words.say("notice.draft"));
    if (report.due().provisional()) {
      notices.add(words.say("notice.provisional"));
    }
    String policy = episode.first().policy();
    int year = ChinaTime.dateOf(episode.first().publishedAt()).getYear();
    Matcher named = YEAR.matcher(policy);
    if (named.find() && Integer.parseInt(named.group(1)) > year) {
      notices.add(words.say("notice.other-year", policy, year, named.group(1)));
    }
    if (ForecastSection.isReplayed(episode)) {
      notices.add(words.say("notice.replayed"));
    }
    return notices;
  }

  private static List<Figure> summary(List<Section> sections) {
    return SUMMARY.stream().map(code -> figure(sections, code)).flatMap(Optional::stream).toList();
  }

  private static Optional<Figure> figure(List<Section> sections, String code) {
    return sections.stream()
        .flatMap(s -> s.figures().stream())
        .filter(f -> f.code().equals(code))
        .findFirst();
  }
}
