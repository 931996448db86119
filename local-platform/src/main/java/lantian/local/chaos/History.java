package lantian.local.chaos;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What the people on the platform's outside know of their own calls: which were answered with yes,
 * which with no, and of which they do not know (Jepsen's ok, fail, info). The books are held
 * against it.
 */
public final class History {

  /** What came of one call. */
  public enum Answer {
    YES,
    NO,
    UNKNOWN
  }

  /**
   * A change that a person was told is published; {@code proposal} is the warning's id where it was
   * taken back.
   */
  public record Published(
      UUID proposal, UUID warning, String jurisdiction, String kind, String from, String to) {}

  private final Map<Answer, Long> calls = new ConcurrentHashMap<>();
  private final Map<UUID, Published> published = new ConcurrentHashMap<>();
  private final Set<UUID> attempted = ConcurrentHashMap.newKeySet();
  private final Set<UUID> forecasts = ConcurrentHashMap.newKeySet();
  private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();

  void answered(Answer answer) {
    calls.merge(answer, 1L, Long::sum);
  }

  void attempted(UUID proposal) {
    attempted.add(proposal);
  }

  void published(Published change) {
    published.put(change.proposal(), change);
  }

  void forecast(UUID id) {
    forecasts.add(id);
  }

  void acknowledged(UUID delivery) {
    acknowledged.add(delivery);
  }

  /** A unit was told that it has accepted its duties under a warning. */
  void accepted(UUID warning, String unit) {
    accepted.add(warning + "/" + unit);
  }

  /** Changes that a person was told are published. */
  public Collection<Published> published() {
    return Set.copyOf(published.values());
  }

  /** Proposals that somebody tried to approve, whatever the answer. */
  Set<UUID> attempted() {
    return Set.copyOf(attempted);
  }

  Set<UUID> forecasts() {
    return Set.copyOf(forecasts);
  }

  Set<UUID> acknowledged() {
    return Set.copyOf(acknowledged);
  }

  Set<String> accepted() {
    return Set.copyOf(accepted);
  }

  @Override
  public String toString() {
    return calls.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
