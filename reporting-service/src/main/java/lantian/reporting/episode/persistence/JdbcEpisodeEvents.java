package lantian.reporting.episode.persistence;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantian.events.EventType;
import lantian.reporting.episode.DutyStep;
import lantian.reporting.episode.EpisodeEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEpisodeEvents implements EpisodeEvents {
  private static final UUID FIRST = new UUID(0, 0);
  private static final Map<EventType, String> QUERIES = new EnumMap<>(EventType.class);

  static {
    for (DutyStep.Kind kind : DutyStep.Kind.values()) {
      QUERIES.put(
          kind.event(),
          """
          select distinct event_id from duty_step
          where warning_id = ? and kind = '%s' and event_id > ? order by event_id limit ?
          """
              .formatted(kind.name()));
    }
    for (EventType type :
        List.of(
            EventType.DELIVERY_SENT,
            EventType.DELIVERY_ACKNOWLEDGED,
            EventType.DELIVERY_FAILED,
            EventType.DELIVERY_ESCALATED)) {
      String column = type.name().substring("DELIVERY_".length()).toLowerCase(Locale.ROOT);
      QUERIES.put(
          type,
          """
          select distinct %1$s_event from delivery
          where warning_id = ? and %1$s_event > ? order by %1$s_event limit ?
          """
              .formatted(column));
    }
  }

  private final JdbcClient sql;

  JdbcEpisodeEvents(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Set<EventType> types() {
    return Set.copyOf(QUERIES.keySet());
  }

  @Override
  public List<UUID> of(UUID warning, EventType type, @Nullable UUID after, int atMost) {
    String query = QUERIES.get(type);
    if (query == null) {
      throw new IllegalArgumentException(type + " is never too many to be named");
    }
    // The first of all ids is nobody's: they are of version 4 or 5.
    return sql.sql(query)
        .params(warning, after == null ? FIRST : after, atMost)
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }
}
