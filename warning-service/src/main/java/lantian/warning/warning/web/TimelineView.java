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

  /** {@code by} null: the service itself; {@code revision}: of a publication. */
  record StepView(
      OffsetDateTime at,
      String step,
      @Nullable String by,
      UUID proposalId,
      ChangeKind kind,
      WarningLevel from,
      WarningLevel to,
      @Nullable Long revision,
      @Nullable String reason) {}

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
                        step.reason()))
            .toList());
  }
}
