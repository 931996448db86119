package lantian.warning.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import lantian.events.Pollutant;
import lantian.events.WarningLevel;
import lantian.warning.policy.Condition;
import org.jspecify.annotations.Nullable;

/** The sentences about a judgement in one language. */
final class Wording {
  private final Phrases in;

  Wording(Phrases in) {
    this.in = in;
  }

  String condition(JudgedCondition judged) {
    Condition condition = judged.condition();
    String over = over(condition.inclusive(), condition.threshold());
    Run run = judged.telling();
    if (run == null) {
      return nothingCounts(judged, over);
    }
    String stretch =
        in.text(
            "judging.stretch",
            over,
            run.hours(),
            in.at(run.from()),
            in.at(run.to()),
            run.peakAqi());
    return stretch + enough(condition, run) + contained(judged, run) + in.text("judging.stop");
  }

  private String contained(JudgedCondition judged, Run run) {
    Condition.Containing wanted = judged.condition().containing();
    if (wanted == null) {
      return "";
    }
    int longest = judged.longestContainedIn(run);
    String over = over(false, wanted.threshold());
    return longest >= wanted.hours()
        ? in.text("judging.contained-enough", over, longest, wanted.hours())
        : in.text(
            "judging.contained-too-short", over, longest, wanted.hours(), wanted.hours() - longest);
  }

  private String nothingCounts(JudgedCondition judged, String over) {
    Integer peak = judged.peakAqi();
    int needed = judged.condition().over() + 1;
    if (peak == null) {
      return in.text("judging.no-aqi");
    }
    return peak < needed
        ? in.text("judging.never-over", over, peak, needed - peak)
        : in.text("judging.none-live", over);
  }

  /** Each level with its alternatives. */
  String level(WarningLevel level, List<JudgedCondition> alternatives) {
    boolean met = alternatives.stream().anyMatch(JudgedCondition::satisfied);
    StringBuilder text =
        new StringBuilder(
            in.text(met ? "judging.level-met" : "judging.level-missed", in.level(level)));
    for (JudgedCondition judged : alternatives) {
      if (judged.satisfied() || !met) {
        text.append(in.text("judging.space")).append(condition(judged));
      }
    }
    return text.toString();
  }

  /** What the nearest condition of the next level still lacks. */
  String next(WarningLevel level, JudgedCondition nearest) {
    Condition condition = nearest.condition();
    Distance missing = nearest.distance();
    String over = over(condition.inclusive(), condition.threshold());
    String lacks =
        missing.aqi() > 0
            ? in.text("judging.lacks-aqi", over, missing.aqi(), condition.hours())
            : missing.hours() > 0 ? in.text("judging.lacks-hours", over, missing.hours()) : "";
    Condition.Containing wanted = condition.containing();
    if (wanted != null && missing.containedHours() > 0) {
      String inner = over(false, wanted.threshold());
      lacks +=
          (lacks.isEmpty() ? "" : in.text("judging.and"))
              + in.text("judging.lacks-contained", inner, missing.containedHours());
    }
    return in.text("judging.next", in.level(level), lacks);
  }

  /** That episodes with a break between them are one. */
  String merged(Run run, int gapHours) {
    return in.text("judging.merged", run.parts().size(), run.longestBreak(), gapHours);
  }

  String cause(CauseFound found) {
    String name = in.text("cause." + found.cause().name());
    if (found.marked()) {
      return in.text("judging.cause-marked", name);
    }
    String pollutants =
        String.join(
            in.text("judging.and-more"), found.pollutants().stream().map(this::pollutant).toList());
    return in.text("judging.cause", name, found.of(), pollutants, found.hours());
  }

  private String pollutant(Pollutant pollutant) {
    return in.text("pollutant." + pollutant.name().toLowerCase(Locale.ROOT));
  }

  String temporaryControl(Assessment assessment) {
    JudgedCondition met =
        assessment.temporaryControl().stream()
            .filter(JudgedCondition::satisfied)
            .findFirst()
            .orElse(null);
    return assessment.callsForTemporaryControl() && met != null
        ? in.text("judging.control", condition(met))
        : in.text("judging.no-control");
  }

  /**
   * What gives the level, the break that it bears, what the next one lacks, the cause, and what of
   * each level is met and missed.
   */
  String summary(Assessment assessment, String because) {
    StringBuilder text = new StringBuilder(because);
    Run giving = assessment.giving();
    if (giving != null && giving.parts().size() > 1) {
      text.append(in.text("judging.space")).append(merged(giving, assessment.gapHours()));
    }
    assessment
        .nearestOfNextLevel()
        .ifPresent(
            nearest ->
                text.append(in.text("judging.space"))
                    .append(next(nearest.condition().level(), nearest)));
    CauseFound cause = assessment.causeFound();
    if (cause != null) {
      text.append(in.text("judging.space")).append(cause(cause));
    }
    if (assessment.callsForTemporaryControl()) {
      text.append(in.text("judging.space")).append(temporaryControl(assessment));
    }
    return text.append(eachLevel(assessment)).toString();
  }

  /** What of each level is met and missed, without what was said before; empty with no hours. */
  private String eachLevel(Assessment assessment) {
    if (assessment.conditions().stream().allMatch(judged -> judged.peakAqi() == null)) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(in.text("judging.space")).append(in.text("judging.each-level"));
    for (WarningLevel level : assessment.levels()) {
      List<JudgedCondition> alternatives = assessment.of(level);
      boolean met = alternatives.stream().anyMatch(JudgedCondition::satisfied);
      text.append(in.text("judging.space"))
          .append(in.text(met ? "judging.level-met" : "judging.level-missed", in.level(level)));
      alternatives.forEach(judged -> text.append(in.text("judging.space")).append(inShort(judged)));
    }
    return text.toString();
  }

  private String inShort(JudgedCondition judged) {
    Condition condition = judged.condition();
    String over = over(condition.inclusive(), condition.threshold());
    Run run = judged.telling();
    return run == null
        ? nothingCounts(judged, over)
        : in.text("judging.in-short", over, run.hours())
            + enough(condition, run)
            + contained(judged, run)
            + in.text("judging.stop");
  }

  private String enough(Condition condition, Run run) {
    return run.hours() >= condition.hours()
        ? in.text("judging.enough", condition.hours())
        : in.text("judging.too-short", condition.hours(), condition.hours() - run.hours());
  }

  /** The condition that gave the level, with the run whose begin and end the assessment has. */
  String because(Assessment assessment) {
    return assessment.of(assessment.level()).stream()
        .filter(judged -> judged.satisfied() && judged.runs().contains(assessment.giving()))
        .map(this::condition)
        .findFirst()
        .orElse(in.text("judging.no-condition"));
  }

  String reason(LiveJudgement judgement) {
    Assessment assessment = judgement.assessment();
    String from = in.level(judgement.inForce());
    String to = in.level(assessment.level());
    String because = because(assessment);
    return switch (judgement.standing()) {
      case CHANGES -> summary(assessment, in.text("judging.changes", from, to, because));
      case SAME_LEVEL -> summary(assessment, in.text("judging.stands", to, because));
      case SERIES_TOO_SHORT -> in.text("judging.series-too-short", from, to);
      case RISES_AGAIN -> in.text("judging.rises-again", from, to);
      case DAMPED -> in.text("judging.damped", from, to);
    };
  }

  /** Until when it is valid, and until when it is expected to hold. */
  String extension(LiveJudgement judgement, Instant validTo) {
    Assessment assessment = judgement.assessment();
    Instant to = assessment.to();
    return summary(
        assessment,
        in.text(
            "judging.extends",
            in.level(judgement.inForce()),
            in.at(validTo),
            in.at(to == null ? validTo : to),
            because(assessment)));
  }

  private String over(boolean inclusive, int threshold) {
    return in.text(inclusive ? "judging.reaches" : "judging.over", threshold);
  }

  /** All of an assessment. */
  Explanation explanation(Assessment assessment) {
    Run giving = assessment.giving();
    CauseFound cause = assessment.causeFound();
    return new Explanation(
        summary(assessment, because(assessment)),
        assessment.levels().stream()
            .map(
                level ->
                    new Explanation.Level(
                        level,
                        assessment.of(level).stream().anyMatch(JudgedCondition::satisfied),
                        level(level, assessment.of(level))))
            .toList(),
        next(assessment),
        giving == null || giving.parts().size() < 2
            ? null
            : new Explanation.Merged(
                giving.parts().size(),
                giving.longestBreak(),
                assessment.gapHours(),
                merged(giving, assessment.gapHours())),
        cause == null
            ? null
            : new Explanation.Why(
                cause.cause(),
                cause.marked(),
                cause.pollutants(),
                cause.hours(),
                cause.of(),
                cause(cause)),
        assessment.temporaryControl().isEmpty()
            ? null
            : new Explanation.Control(
                assessment.callsForTemporaryControl(), temporaryControl(assessment)));
  }

  private Explanation.@Nullable Next next(Assessment assessment) {
    return assessment
        .nearestOfNextLevel()
        .map(
            nearest ->
                new Explanation.Next(
                    nearest.condition().level(),
                    assessment.conditions().indexOf(nearest),
                    nearest.distance(),
                    next(nearest.condition().level(), nearest)))
        .orElse(null);
  }
}
