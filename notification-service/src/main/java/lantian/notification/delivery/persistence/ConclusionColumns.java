package lantian.notification.delivery.persistence;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import lantian.notification.delivery.CallOutcome;
import lantian.notification.delivery.DueDeliveries.Conclusion;
import org.jspecify.annotations.Nullable;

/** The ends of many calls, column by column, as {@code unnest} takes them. */
final class ConclusionColumns {
  static final String OF_ATTEMPTS =
      """
      update delivery_attempt a set ended_at = clock_timestamp(), outcome = e.outcome, detail = e.detail
      from unnest(?, ?, ?, ?) as e (id, number, outcome, detail)
      where a.delivery_id = e.id and a.number = e.number and a.ended_at is null
      """;

  static final String OF_DELIVERIES =
      """
      update delivery d
      set state = e.state, reason = e.reason, detail = e.detail, version = e.version, repeat = e.repeat,
          sent_at = cast(e.sent_at as timestamptz), failed_at = cast(e.failed_at as timestamptz),
          token = null, deadline = null,
          due_at = case when e.state in ('TEMP_FAIL', 'UNKNOWN') then
            clock_timestamp() + make_interval(secs => greatest(e.at_least, e.jitter * random())) end
      from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        as e (id, state, reason, detail, version, repeat, sent_at, failed_at, at_least, jitter)
      where d.id = e.id
      """;

  private final List<Conclusion> conclusions;

  ConclusionColumns(Collection<Conclusion> conclusions) {
    this.conclusions = List.copyOf(conclusions);
  }

  List<Object> ofAttempts() {
    return List.of(
        column(c -> c.delivery().id().value(), UUID[]::new),
        column(Conclusion::attempt, Integer[]::new),
        column(c -> nameOf(c.outcome()), String[]::new),
        column(c -> c.outcome().detail(), String[]::new));
  }

  List<Object> ofDeliveries() {
    return List.of(
        column(c -> c.delivery().id().value(), UUID[]::new),
        column(c -> c.delivery().progress().state().name(), String[]::new),
        column(c -> textOrNull(c.delivery().progress().reason()), String[]::new),
        column(c -> c.delivery().progress().detail(), String[]::new),
        column(c -> c.delivery().version(), Long[]::new),
        column(c -> c.delivery().progress().repeat(), Boolean[]::new),
        column(c -> textOrNull(c.delivery().progress().sentAt()), String[]::new),
        column(c -> textOrNull(c.delivery().progress().failedAt()), String[]::new),
        column(c -> JdbcDeliveries.seconds(c.next().atLeast()), Double[]::new),
        column(c -> JdbcDeliveries.seconds(c.next().jitter()), Double[]::new));
  }

  static String nameOf(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Sent _ -> "SENT";
      case CallOutcome.TryAgain _ -> "TRY_AGAIN";
      case CallOutcome.GiveUp _ -> "GIVE_UP";
      case CallOutcome.Unknown _ -> "UNKNOWN";
    };
  }

  private <T extends @Nullable Object> T[] column(
      Function<Conclusion, T> value, IntFunction<T[]> array) {
    return conclusions.stream().map(value).toArray(array);
  }

  private static @Nullable String textOrNull(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
