package lantian.warning.consultation.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantian.events.WarningLevel;
import lantian.warning.consultation.Opinion;
import lantian.warning.consultation.Opinions;
import lantian.warning.consultation.Stance;
import lantian.warning.policy.ConsultedBody;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOpinions implements Opinions {
  private final JdbcClient sql;

  JdbcOpinions(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Opinion> on(UUID proposal) {
    return sql.sql("select * from opinion where proposal_id = ? order by number")
        .param(proposal)
        .query(JdbcOpinions::opinion)
        .list();
  }

  @Override
  public Map<UUID, List<Opinion>> onEach(Collection<UUID> proposals) {
    return sql
        .sql("select * from opinion where proposal_id = any(?) order by proposal_id, number")
        .param(proposals.toArray(UUID[]::new))
        .query(JdbcOpinions::opinion)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Opinion::proposalId));
  }

  @Override
  public void add(Opinion opinion) {
    WarningLevel level = opinion.level();
    sql.sql(
            """
            insert into opinion (proposal_id, number, content_sha256, person, body, organisation,
              stance, level, said, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(opinion.proposalId(), opinion.number(), opinion.contentSha256(), opinion.by())
        .param(opinion.body().role())
        .param(opinion.organisation())
        .param(opinion.stance().name())
        .param(level == null ? null : level.name())
        .param(opinion.text())
        .param(Timestamp.from(opinion.at()))
        .update();
  }

  private static Opinion opinion(ResultSet rs, int n) throws SQLException {
    String level = rs.getString("level");
    return new Opinion(
        rs.getObject("proposal_id", UUID.class),
        rs.getString("content_sha256"),
        rs.getInt("number"),
        rs.getString("person"),
        ConsultedBody.ofRole(rs.getString("body")).orElseThrow(),
        rs.getString("organisation"),
        Stance.valueOf(rs.getString("stance")),
        level == null ? null : WarningLevel.valueOf(level),
        rs.getString("said"),
        rs.getTimestamp("at").toInstant());
  }
}
