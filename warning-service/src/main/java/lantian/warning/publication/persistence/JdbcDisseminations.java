package lantian.warning.publication.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lantian.warning.publication.Dissemination;
import lantian.warning.publication.DisseminationChannel;
import lantian.warning.publication.Disseminations;
import lantian.warning.publication.Publication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDisseminations implements Disseminations {
  private final JdbcClient sql;

  JdbcDisseminations(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void add(List<Dissemination> went, Publication publication) {
    for (Dissemination each : went) {
      sql.sql(
              """
              insert into dissemination (warning_id, revision, number, channel, mode, outcome,
                content_sha256, at, person, reason)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(each.warningId(), each.revision(), each.number(), each.channel().code())
          .params(publication.mode().name(), each.outcome().name(), each.sha256())
          .param(Timestamp.from(each.at()))
          .param(each.person())
          .param(each.reason())
          .update();
    }
  }

  @Override
  public List<Dissemination> of(UUID warningId) {
    return sql.sql(
            """
            select * from dissemination where warning_id = ?
            order by revision, number, array_position(array['cap', 'cap-cn', 'feed', 'json'], channel)
            """)
        .param(warningId)
        .query(JdbcDisseminations::dissemination)
        .list();
  }

  @Override
  public Optional<Dissemination> lastOf(UUID warningId, long revision) {
    return sql.sql(
            """
            select * from dissemination where warning_id = ? and revision = ?
            order by number desc limit 1
            """)
        .params(warningId, revision)
        .query(JdbcDisseminations::dissemination)
        .optional();
  }

  private static Dissemination dissemination(ResultSet rs, int n) throws SQLException {
    return new Dissemination(
        rs.getObject("warning_id", UUID.class),
        rs.getLong("revision"),
        rs.getInt("number"),
        DisseminationChannel.valueOf(
            rs.getString("channel").toUpperCase(Locale.ROOT).replace('-', '_')),
        Dissemination.Outcome.valueOf(rs.getString("outcome")),
        rs.getString("content_sha256"),
        rs.getTimestamp("at").toInstant(),
        rs.getString("person"),
        rs.getString("reason"));
  }
}
