package lantian.notification.delivery.persistence;

import java.util.List;
import java.util.Optional;
import lantian.events.AssignedDuty;
import lantian.notification.delivery.DutyList;

/** Duties as the row has them: a text in JSON, and how many it lists. */
record KeptDuties(String text, int size) implements DutyList {
  @Override
  public List<AssignedDuty> all() {
    return ContentJson.duties(text);
  }

  @Override
  public Optional<String> asKept() {
    return Optional.of(text);
  }
}
