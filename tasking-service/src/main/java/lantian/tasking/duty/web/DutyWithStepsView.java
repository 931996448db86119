package lantian.tasking.duty.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import lantian.events.ChinaTime;
import lantian.tasking.duty.Duty;
import lantian.tasking.duty.DutyStep;
import org.jspecify.annotations.Nullable;

/** A single duty, with what happened to it. */
record DutyWithStepsView(@JsonUnwrapped DutyView duty, List<StepView> steps) {

  record StepView(
      long version,
      DutyStep.What what,
      OffsetDateTime at,
      @Nullable String by,
      @Nullable String text) {}

  static DutyWithStepsView of(Duty duty, List<DutyStep> steps) {
    return new DutyWithStepsView(
        DutyView.of(duty),
        steps.stream()
            .map(
                step ->
                    new StepView(
                        step.version(),
                        step.what(),
                        ChinaTime.at(step.at()),
                        step.by(),
                        step.text()))
            .toList());
  }
}
