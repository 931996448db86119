package lantian.notification.escalation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lantian.events.DeliveryPurpose;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.notification.contact.Rank;
import org.jspecify.annotations.Nullable;

/**
 * After how long without an answer who is told, in one version. {@code jurisdictions}: those that
 * it is for; none: all that no other policy names.
 */
public record EscalationPolicy(
    String id,
    int version,
    Text title,
    String source,
    Set<String> jurisdictions,
    LocalDate effectiveFrom,
    Map<DeliveryPurpose, Map<WarningLevel, Waits>> waits) {

  /**
   * Business time since the message was sent to a liaison, or else was created, until the deputy is
   * told, the duty desk, and until it is said that nobody has answered. Null: not by time alone.
   */
  public record Waits(
      @Nullable Duration deputy, @Nullable Duration dutyDesk, @Nullable Duration nobody) {
    public Waits {
      require(deputy == null || deputy.isPositive(), "a wait is longer than nothing");
      requireLonger(deputy, dutyDesk);
      requireLonger(dutyDesk, nobody);
    }

    private static void requireLonger(@Nullable Duration one, @Nullable Duration next) {
      require(
          next == null || (one != null && next.compareTo(one) > 0),
          "each waits longer than the one before, and none is left out before another");
    }
  }

  public EscalationPolicy {
    require(!id.isBlank() && version > 0, "a policy has an id and a version");
    jurisdictions = Set.copyOf(jurisdictions);
    for (var jurisdiction : jurisdictions) {
      require(jurisdiction.matches("\\d{6}"), "no jurisdiction: " + jurisdiction);
    }
    for (var purpose : DeliveryPurpose.values()) {
      var levels = waits.getOrDefault(purpose, Map.of());
      for (var level : WarningLevel.values()) {
        require(levels.containsKey(level), "nothing is said of " + purpose + " at " + level);
      }
    }
  }

  /** Id and version, as every escalation keeps it: {@code default@1}. */
  public String reference() {
    return id + "@" + version;
  }

  boolean isFor(String jurisdiction) {
    return jurisdictions.contains(jurisdiction);
  }

  boolean isForAllOthers() {
    return jurisdictions.isEmpty();
  }

  /** How long until it is this rank's turn; null: until nobody's is left. */
  Optional<Duration> waitFor(@Nullable Rank rank, DeliveryPurpose purpose, WarningLevel level) {
    var levels = waits.get(purpose);
    var wait = levels == null ? null : levels.get(level);
    if (wait == null) {
      throw new IllegalStateException("unreachable: every purpose and level has its waits");
    }
    return Optional.ofNullable(
        switch (rank) {
          case LIAISON -> Duration.ZERO;
          case DEPUTY -> wait.deputy();
          case DUTY_DESK -> wait.dutyDesk();
          case null -> wait.nobody();
        });
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
