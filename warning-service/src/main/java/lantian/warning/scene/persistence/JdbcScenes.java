package lantian.warning.scene.persistence;

import java.util.Optional;
import java.util.UUID;
import lantian.warning.scene.Scene;
import lantian.warning.scene.Scenes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcScenes implements Scenes {
  private final JdbcClient sql;

  JdbcScenes(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Scene> ofForecast(UUID id) {
    return find("select drill_id from forecast where id = ?", id);
  }

  @Override
  public Optional<Scene> ofProposal(UUID id) {
    return find("select drill_id from proposal where id = ?", id);
  }

  @Override
  public Optional<Scene> ofWarning(UUID id) {
    return find("select drill_id from warning where id = ?", id);
  }

  private Optional<Scene> find(String query, UUID id) {
    return sql.sql(query)
        .param(id)
        .query((rs, _) -> new Scene(rs.getObject("drill_id", UUID.class)))
        .optional();
  }
}
