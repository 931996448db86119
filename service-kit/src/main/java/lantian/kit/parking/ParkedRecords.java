package lantian.kit.parking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The records that were parked in this service's database. */
final class ParkedRecords {
  private static final String COLUMNS =
      """
      select id, topic, partition, record_offset, record_key, headers::text headers,
             record_headers::text record_headers, payload, reason, detail, attempts, parked_at,
             state, version, decided_by, decided_at, decision
      from parked_record
      """;

  private final JdbcClient sql;
  private final JsonMapper json;

  ParkedRecords(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /** Which ones; without a state or a topic, of all. */
  record Filter(ParkedRecord.@Nullable State state, @Nullable String topic) {}

  /** The latest first. */
  List<ParkedRecord> list(Filter filter, int page, int size) {
    return filtered(
            COLUMNS, filter, "order by id desc limit " + size + " offset " + (long) page * size)
        .query(this::row)
        .list();
  }

  long count(Filter filter) {
    return filtered("select count(*) from parked_record ", filter, "").query(Long.class).single();
  }

  private JdbcClient.StatementSpec filtered(String select, Filter filter, String rest) {
    var state = filter.state() == null ? null : filter.state().name();
    return sql.sql(
            select
                + "where (:state::text is null or state = :state) and (:topic::text is null or topic = :topic) "
                + rest)
        .param("state", state)
        .param("topic", filter.topic());
  }

  Optional<ParkedRecord> find(long id) {
    return sql.sql(COLUMNS + "where id = ?").param(id).query(this::row).optional();
  }

  /** The same, and nobody else decides about it until the transaction ends. */
  Optional<ParkedRecord> findForDecision(long id) {
    return sql.sql(COLUMNS + "where id = ? for update").param(id).query(this::row).optional();
  }

  void markReplayed(long id, String by) {
    sql.sql(
            """
            update parked_record
            set state = 'REPLAYED', decided_by = ?, decided_at = clock_timestamp(),
                attempts = attempts + 1, version = version + 1
            where id = ?
            """)
        .params(by, id)
        .update();
  }

  void markDismissed(long id, String by, String why) {
    sql.sql(
            """
            update parked_record
            set state = 'DISMISSED', decided_by = ?, decided_at = clock_timestamp(), decision = ?,
                version = version + 1
            where id = ?
            """)
        .params(by, why, id)
        .update();
  }

  void markFailedAgain(long id, Refusal refusal) {
    sql.sql(
            """
            update parked_record
            set reason = ?, detail = ?, attempts = attempts + 1, version = version + 1
            where id = ? and state = 'PARKED'
            """)
        .params(refusal.reason(), refusal.detail(), id)
        .update();
  }

  private ParkedRecord row(ResultSet rs, int n) throws SQLException {
    return new ParkedRecord(
        rs.getLong("id"),
        rs.getString("topic"),
        rs.getInt("partition"),
        rs.getLong("record_offset"),
        rs.getBytes("record_key"),
        headers(rs.getString("record_headers"), rs.getString("headers")),
        rs.getBytes("payload"),
        rs.getString("reason"),
        rs.getString("detail"),
        rs.getInt("attempts"),
        rs.getTimestamp("parked_at").toInstant(),
        ParkedRecord.State.valueOf(rs.getString("state")),
        rs.getInt("version"),
        rs.getString("decided_by"),
        Optional.ofNullable(rs.getTimestamp("decided_at")).map(Timestamp::toInstant).orElse(null),
        rs.getString("decision"));
  }

  /** What was parked before headers were kept exactly has them as text only. */
  private List<RecordHeader> headers(@Nullable String exact, String texts) {
    var headers = new ArrayList<RecordHeader>();
    if (exact == null) {
      json.readTree(texts)
          .forEachEntry(
              (name, value) ->
                  headers.add(
                      new RecordHeader(
                          name,
                          value.asString().getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    } else {
      for (var header :
          json.readValue(exact, new TypeReference<List<List<@Nullable String>>>() {})) {
        var value = header.get(1);
        headers.add(
            new RecordHeader(
                String.valueOf(header.get(0)),
                value == null ? null : Base64.getDecoder().decode(value)));
      }
    }
    return headers;
  }
}
