package lantian.kit.parking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantian.kit.observability.Figure;
import lantian.kit.observability.Measure;
import lantian.kit.observability.Survey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many parked records of each topic wait for a person, and for how long the oldest has. */
final class ParkingSurvey implements Survey {
  private static final Measure RECORDS =
      Measure.count("parked.records", "Records that could not be handled and wait for a person");
  private static final Measure OLDEST =
      Measure.seconds("parked.oldest", "How long the oldest of them has waited");

  private final JdbcClient sql;
  private final Readers readers;

  ParkingSurvey(JdbcClient sql, Readers readers) {
    this.sql = sql;
    this.readers = readers;
  }

  /** Of one topic. */
  private record Waiting(long records, double oldest) {
    static final Waiting NONE = new Waiting(0, 0);
  }

  @Override
  public List<Measure> measures() {
    return List.of(RECORDS, OLDEST);
  }

  @Override
  public List<Figure> look() {
    var waiting = byTopic();
    for (var topic : readers.byTopic().keySet()) {
      waiting.putIfAbsent(topic, Waiting.NONE);
    }
    var figures = new ArrayList<Figure>();
    waiting.forEach((topic, of) -> figures.add(RECORDS.is(of.records(), "topic", topic)));
    figures.add(OLDEST.is(waiting.values().stream().mapToDouble(Waiting::oldest).max().orElse(0)));
    return figures;
  }

  private Map<String, Waiting> byTopic() {
    var waiting = new HashMap<String, Waiting>();
    sql.sql(
            """
            select topic, count(*) as records,
              extract(epoch from clock_timestamp() - min(parked_at)) as oldest
            from parked_record where state = 'PARKED' group by topic
            """)
        .query(
            rs -> {
              waiting.put(
                  rs.getString("topic"),
                  new Waiting(rs.getLong("records"), rs.getDouble("oldest")));
            });
    return waiting;
  }
}
