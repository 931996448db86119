package lantian.reporting.report.section;

import static lantian.reporting.report.Composing.cell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lantian.events.EventType;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.ForecastRun;
import lantian.reporting.episode.LevelStep;
import lantian.reporting.episode.MeasuredHour;
import lantian.reporting.episode.ProposalStep;
import lantian.reporting.report.Composing;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;
import org.jspecify.annotations.Nullable;

/** 预报预警信息发布情况: the runs, what they said against what came, and who published what when. */
final class ForecastSection implements SectionWriter {
  @Override
  public Section write(Episode episode, Words words, Sources sources) {
    Composing section = new Composing("forecast", 2, words);
    List<ForecastRun> runs = episode.forecasts();
    List<String> runSources = sources(sources, runs);
    section.figure("runs", runs.size(), runSources);
    section.figure(
        "proposals",
        count(episode, ProposalStep.Kind.PROPOSED),
        proposalSources(sources, episode, ProposalStep.Kind.PROPOSED));
    section.figure(
        "approvals",
        count(episode, ProposalStep.Kind.APPROVED),
        proposalSources(sources, episode, ProposalStep.Kind.APPROVED));
    section.figure(
        "returned",
        returned(episode).size(),
        Sources.and(
            proposalSources(sources, episode, ProposalStep.Kind.RETURNED),
            proposalSources(sources, episode, ProposalStep.Kind.REJECTED)));
    section.figure("published", episode.levels().size(), levelSources(sources, episode.levels()));
    LevelStep first = episode.first();
    Duration lead = LeadTime.toResponse(episode);
    section.figure(
        "lead",
        lead.toMinutes() / 60.0,
        words.lasting(lead),
        levelSources(sources, List.of(first)));
    Optional<MeasuredHour> onset = LeadTime.onset(episode);
    Duration ahead = onset.map(h -> Duration.between(first.publishedAt(), h.at())).orElse(null);
    section.figure(
        "ahead",
        ahead == null ? null : ahead.toMinutes() / 60.0,
        ahead == null ? words.none() : aheadText(ahead, onset.get(), words),
        Sources.and(
            levelSources(sources, List.of(first)), Air.sources(sources, onset.stream().toList())));

    List<Comparison> comparisons = Comparison.of(episode);
    Comparison.Errors errors = Comparison.Errors.of(comparisons, 0);
    section.figure(
        "error",
        errors.mean(),
        errors.count() == 0
            ? words.none()
            : words.say("forecast.error-of", errors.text(), errors.count()),
        Sources.and(runSources, Air.sources(sources, episode.hours())));
    section.table("runs-table", RUN_COLUMNS, runRows(runs, section, words, sources));
    section.table("compared", COMPARED_COLUMNS, comparedRows(comparisons, section, words, sources));
    section.table("steps", STEP_COLUMNS, stepRows(episode, section, words, sources));
    drafts(section, episode, errors, ahead, words);
    return section.done();
  }

  private static final List<String> RUN_COLUMNS =
      List.of("issued-at", "received-at", "source", "covers", "#peak-daily");
  private static final List<String> COMPARED_COLUMNS =
      List.of("date", "#observed", "#ahead1", "#ahead2", "#ahead3", "#difference");
  private static final List<String> STEP_COLUMNS =
      List.of("change", "proposed-at", "submitted", "approved", "published-at", "took");

  private static void drafts(
      Composing section,
      Episode episode,
      Comparison.Errors errors,
      @Nullable Duration ahead,
      Words words) {
    LevelStep first = episode.first();
    section.dataSay(
        words.say(
            "forecast.say",
            episode.forecasts().size(),
            episode.levels().size(),
            words.at(first.publishedAt()),
            words.say(first.to()),
            words.at(first.validFrom()),
            words.lasting(LeadTime.toResponse(episode))));
    if (episode.forecasts().isEmpty()) {
      section.notConcluded(words.say("forecast.no-runs"));
    } else if (isReplayed(episode)) {
      section.notConcluded(words.say("forecast.perfect", source(episode)));
    } else if (errors.count() > 0) {
      section.dataSay(words.say("forecast.say-error", errors.count(), errors.text()));
    }
    if (ahead != null && ahead.isNegative()) {
      section.dataSay(words.say("forecast.say-behind", words.lasting(ahead.negated())));
    }
    section.toComplete(words.say("forecast.to-complete"));
  }

  private static String aheadText(Duration ahead, MeasuredHour onset, Words words) {
    return ahead.isNegative()
        ? words.say("forecast.behind-by", words.lasting(ahead.negated()), words.at(onset.at()))
        : words.say("forecast.ahead-by", words.lasting(ahead), words.at(onset.at()));
  }

  /** A run that replays the measured hours says so in its source; its error says nothing then. */
  static boolean isReplayed(Episode episode) {
    return episode.forecasts().stream()
        .map(r -> r.source().toLowerCase(Locale.ROOT))
        .anyMatch(s -> s.contains("perfect") || s.contains("replay") || s.contains("完美"));
  }

  private static String source(Episode episode) {
    return episode.forecasts().getLast().source();
  }

  private static int count(Episode episode, ProposalStep.Kind kind) {
    return (int) episode.proposals().stream().filter(p -> p.kind() == kind).count();
  }

  private static List<ProposalStep> returned(Episode episode) {
    return episode.proposals().stream()
        .filter(
            p -> p.kind() == ProposalStep.Kind.RETURNED || p.kind() == ProposalStep.Kind.REJECTED)
        .toList();
  }

  private static List<String> sources(Sources sources, List<ForecastRun> runs) {
    return sources.of(
        EventType.FORECAST_RECEIVED, runs.stream().map(ForecastRun::eventId).toList());
  }

  static List<String> levelSources(Sources sources, List<LevelStep> steps) {
    return sources.of(
        EventType.WARNING_LEVEL_CHANGED, steps.stream().map(LevelStep::eventId).toList());
  }

  private static List<String> proposalSources(
      Sources sources, Episode episode, ProposalStep.Kind kind) {
    return proposalSources(
        sources, episode.proposals().stream().filter(p -> p.kind() == kind).toList(), kind);
  }

  private static List<String> proposalSources(
      Sources sources, List<ProposalStep> steps, ProposalStep.Kind kind) {
    EventType type =
        switch (kind) {
          case PROPOSED -> EventType.WARNING_PROPOSED;
          case APPROVED -> EventType.WARNING_APPROVED;
          case RETURNED, REJECTED -> EventType.WARNING_RETURNED;
        };
    return sources.of(type, steps.stream().map(ProposalStep::eventId).toList());
  }

  private static List<Row> runRows(
      List<ForecastRun> runs, Composing section, Words words, Sources sources) {
    List<Row> rows = new ArrayList<>();
    for (ForecastRun run : runs) {
      rows.add(
          new Row(
              List.of(
                  cell(words.at(run.issuedAt())),
                  cell(words.at(run.receivedAt())),
                  cell(run.source()),
                  cell(words.say("from-to", words.at(run.from()), words.at(run.to()))),
                  section.aqi(run.peakAqi())),
              sources(sources, List.of(run))));
    }
    return rows;
  }

  private static List<Row> stepRows(
      Episode episode, Composing section, Words words, Sources sources) {
    List<Row> rows = new ArrayList<>();
    for (LevelStep level : episode.levels()) {
      List<ProposalStep> steps = of(episode, level.proposalId());
      List<ProposalStep> proposed =
          steps.stream().filter(s -> s.kind() == ProposalStep.Kind.PROPOSED).toList();
      List<ProposalStep> approved =
          steps.stream().filter(s -> s.kind() == ProposalStep.Kind.APPROVED).toList();
      Instant submittedAt = approved.isEmpty() ? null : approved.getFirst().submittedAt();
      String submitted =
          submittedAt == null
              ? level.submittedBy()
              : words.say("by-at", level.submittedBy(), words.at(submittedAt));
      List<String> approvals = new ArrayList<>();
      for (String person : level.approvedBy()) {
        approvals.add(
            approved.stream()
                .filter(a -> person.equals(a.by()))
                .findFirst()
                .map(a -> words.say("by-at", person, words.at(a.at())))
                .orElse(person));
      }
      rows.add(
          new Row(
              List.of(
                  section.change(level.kind(), level.from(), level.to()),
                  cell(proposed.isEmpty() ? words.none() : words.at(proposed.getLast().at())),
                  cell(submitted),
                  cell(words.list(approvals)),
                  cell(words.at(level.publishedAt())),
                  cell(
                      submittedAt == null
                          ? words.none()
                          : words.lasting(Duration.between(submittedAt, level.publishedAt())))),
              Sources.and(
                  levelSources(sources, List.of(level)),
                  proposalSources(sources, proposed, ProposalStep.Kind.PROPOSED),
                  proposalSources(sources, approved, ProposalStep.Kind.APPROVED))));
    }
    return rows;
  }

  private static List<ProposalStep> of(Episode episode, UUID proposal) {
    return episode.proposals().stream().filter(s -> s.proposalId().equals(proposal)).toList();
  }

  private static List<Row> comparedRows(
      List<Comparison> comparisons, Composing section, Words words, Sources sources) {
    List<Row> rows = new ArrayList<>();
    for (Comparison compared : comparisons) {
      Integer ahead = compared.forecast().getFirst();
      Integer observed = compared.observed();
      rows.add(
          new Row(
              List.of(
                  cell(words.on(compared.day().date())),
                  section.aqi(observed),
                  section.aqi(ahead),
                  section.aqi(compared.forecast().get(1)),
                  section.aqi(compared.forecast().get(2)),
                  section.number(ahead == null || observed == null ? null : ahead - observed)),
              Sources.and(
                  sources(sources, compared.runs()),
                  Air.sources(sources, compared.day().hours()))));
    }
    return rows;
  }
}
