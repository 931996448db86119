package lantian.warning.assessment.web;

import java.util.List;
import lantian.events.Cause;
import lantian.events.Pollutant;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * An assessment explained: in sentences, and as figures.
 *
 * @param summary as it stands in the reason of a proposal
 * @param levels each level with what is met and what is missed
 * @param next what a higher level still lacks; null where there is none, or nothing to judge
 * @param merged null where the run that gave the level has no break
 * @param cause null without a level
 * @param temporaryControl null where the policy has none
 */
record ExplanationView(
    String summary,
    List<LevelView> levels,
    @Nullable NextView next,
    @Nullable MergedView merged,
    @Nullable WhyView cause,
    @Nullable ControlView temporaryControl) {

  public record LevelView(WarningLevel level, boolean met, String text) {}

  /** {@code condition}: the nearest one, by its place in {@code conditions}. */
  public record NextView(
      WarningLevel level, int condition, AssessmentView.MissingView missing, String text) {}

  public record MergedView(int parts, int longestBreakHours, int gapHours, String text) {}

  /** {@code pollutants} are primary in {@code hours} of the {@code of} that have a primary one. */
  public record WhyView(
      Cause cause, boolean marked, List<Pollutant> pollutants, int hours, int of, String text) {}

  public record ControlView(boolean called, String text) {}

  static ExplanationView of(Explanation explanation) {
    return new ExplanationView(
        explanation.summary(),
        explanation.levels().stream()
            .map(level -> new LevelView(level.level(), level.met(), level.text()))
            .toList(),
        next(explanation.next()),
        merged(explanation.merged()),
        why(explanation.cause()),
        control(explanation.temporaryControl()));
  }

  private static @Nullable NextView next(Explanation.@Nullable Next next) {
    return next == null
        ? null
        : new NextView(
            next.level(),
            next.condition(),
            AssessmentView.MissingView.of(next.missing()),
            next.text());
  }

  private static @Nullable MergedView merged(Explanation.@Nullable Merged merged) {
    return merged == null
        ? null
        : new MergedView(
            merged.parts(), merged.longestBreakHours(), merged.gapHours(), merged.text());
  }

  private static @Nullable WhyView why(Explanation.@Nullable Why why) {
    return why == null
        ? null
        : new WhyView(
            why.cause(), why.marked(), why.pollutants(), why.hours(), why.of(), why.text());
  }

  private static @Nullable ControlView control(Explanation.@Nullable Control control) {
    return control == null ? null : new ControlView(control.called(), control.text());
  }
}
