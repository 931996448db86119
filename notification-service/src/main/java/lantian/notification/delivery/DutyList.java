package lantian.notification.delivery;

import java.util.List;
import java.util.Optional;
import lantian.events.AssignedDuty;

/**
 * The duties that a message lists. Who hands a message on needs no more than how many they are, and
 * the text that they are kept as: that text is read only for who asks for each of them.
 */
public interface DutyList {
  int size();

  List<AssignedDuty> all();

  /** In JSON, as they are kept; empty where they have not been kept yet. */
  Optional<String> asKept();

  static DutyList of(List<AssignedDuty> duties) {
    return new Listed(List.copyOf(duties));
  }

  /** Duties that have just come in. */
  record Listed(List<AssignedDuty> all) implements DutyList {
    @Override
    public int size() {
      return all.size();
    }

    @Override
    public Optional<String> asKept() {
      return Optional.empty();
    }
  }
}
