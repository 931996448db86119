package lantian.tasking.duty.persistence;

import java.time.Instant;
import java.util.UUID;
import lantian.tasking.duty.DutyEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A row of {@code duty_step} by the names of its columns. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record StepColumns(
    UUID dutyId, long version, String what, Instant at, String by, @Nullable String text) {

  static StepColumns of(DutyEvent event) {
    return switch (event) {
      case DutyEvent.Accepted _ -> step(event, "ACCEPTED", null);
      case DutyEvent.Reported e -> step(event, "REPORTED", e.text());
      case DutyEvent.Completed e -> step(event, "COMPLETED", e.evidence());
      case DutyEvent.Returned e -> step(event, "RETURNED", e.reason());
    };
  }

  private static StepColumns step(DutyEvent event, String what, @Nullable String text) {
    var duty = event.duty();
    return new StepColumns(duty.id().value(), duty.version(), what, event.at(), event.by(), text);
  }
}
