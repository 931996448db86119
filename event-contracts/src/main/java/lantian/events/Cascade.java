package lantian.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the warnings of places above and below meet (大气污染防治法 Art. 95, 96).
 *
 * @param boundBy the warning of a place above that binds the place of this event; null where none
 *     does
 * @param binds places below that respond to this warning, each by events of its own
 * @param respondedIn the response in which this change is carried out, where that is told by events
 *     of its own: nothing is to be done about this one
 */
public record Cascade(@Nullable BoundBy boundBy, List<String> binds, @Nullable UUID respondedIn) {

  public Cascade {
    binds = binds == null ? List.of() : List.copyOf(binds);
  }

  /** A revision of a warning of a place above, and its level. */
  public record BoundBy(
      UUID warningId,
      long revision,
      String jurisdiction,
      String jurisdictionName,
      WarningLevel level) {}
}
