package lantian.warning.warning.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;
import lantian.warning.warning.TimelineStep;
import org.jspecify.annotations.Nullable;

/** What led to each revision of a warning, with times and persons. */
record TimelineView(UUID warningId, List<StepView> steps) {

  /**
   * {@code by} null: the service itself, or time; {@code revision}: of a publication; {@code
   * leadReason}: of a submission; {@code opinion}: of a consultation, its words are the reason.
   */
  record StepView(
      OffsetDateTime at,
      String step,
      @Nullable String by,
      UUID proposalId,
      ChangeKind kind,
      WarningLevel from,
      WarningLevel to,
      @Nullable Long revision,
      @Nullable String reason,
      @Nullable String leadReason,
      @Nullable OpinionView opinion) {}

  record OpinionView(
      String body, @Nullable String organisation, String stance, @Nullable WarningLevel level) {

    static @Nullable OpinionView of(TimelineStep.@Nullable Said said) {
      return said == null
          ? null
          : new OpinionView(said.body(), said.organisation(), said.stance(), said.level());
    }
  }

  static TimelineView of(UUID warningId, List<TimelineStep> steps) {
    return new TimelineView(
        warningId,
        steps.stream()
            .map(
                step ->
                    new StepView(
                        ChinaTime.at(step.at()),
                        step.step(),
                        step.person(),
                        step.proposalId(),
                        step.kind(),
                        step.from(),
                        step.to(),
                        step.revision(),
                        step.reason(),
                        step.leadReason(),
                        OpinionView.of(step.opinion())))
            .toList());
  }
}
