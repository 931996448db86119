package lantian.warning.policy.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lantian.warning.policy.Policy;
import lantian.warning.policy.PolicyPack;
import lantian.warning.policy.PolicyPacks;
import lantian.warning.policy.file.KeptPack;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPolicyPacks implements PolicyPacks {
  private static final String COLUMNS =
      """
      select content, imported_by, importer_role, imported_at, activated_by, activator_role,
        activated_at
      from policy_pack
      """;

  private final JdbcClient sql;

  /** What a content says, which is read once: the same text is the same policy. */
  private final Map<String, Policy> read = new ConcurrentHashMap<>();

  /** A forecast asks for them with each of its steps, and is judged by the same ones in all. */
  private final OncePerTransaction<List<PolicyPack>> active =
      new OncePerTransaction<>(this::readActive);

  JdbcPolicyPacks(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<PolicyPack> find(String reference) {
    return sql.sql(COLUMNS + "where reference = ?").param(reference).query(this::pack).optional();
  }

  @Override
  public List<PolicyPack> all() {
    return sql.sql(COLUMNS + "order by id, version").query(this::pack).list();
  }

  @Override
  public List<PolicyPack> active() {
    return active.get();
  }

  private List<PolicyPack> readActive() {
    return sql.sql(COLUMNS + "where activated_at is not null order by activated_at, id, version")
        .query(this::pack)
        .list();
  }

  @Override
  public boolean add(PolicyPack draft) {
    return sql.sql(
                """
                insert into policy_pack
                  (id, version, content, content_sha256, imported_by, importer_role, imported_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (id, version) do nothing
                """)
            .params(draft.policy().id(), draft.policy().version(), draft.content())
            .params(draft.fingerprint(), draft.importedBy(), draft.importerRole())
            .param(Timestamp.from(draft.importedAt()))
            .update()
        == 1;
  }

  @Override
  public boolean activate(String reference, PolicyPack.Activation activation) {
    active.forget();
    return sql.sql(
                """
                update policy_pack set activated_by = ?, activator_role = ?, activated_at = ?
                where reference = ? and activated_at is null
                """)
            .params(activation.by(), activation.role(), Timestamp.from(activation.at()))
            .param(reference)
            .update()
        == 1;
  }

  private PolicyPack pack(ResultSet rs, int n) throws SQLException {
    String content = rs.getString("content");
    return new PolicyPack(
        read.computeIfAbsent(content, text -> KeptPack.read(text.getBytes(StandardCharsets.UTF_8))),
        content,
        rs.getString("imported_by"),
        rs.getString("importer_role"),
        rs.getTimestamp("imported_at").toInstant(),
        activation(rs));
  }

  private static PolicyPack.@Nullable Activation activation(ResultSet rs) throws SQLException {
    Timestamp at = rs.getTimestamp("activated_at");
    return at == null
        ? null
        : new PolicyPack.Activation(
            rs.getString("activated_by"), rs.getString("activator_role"), at.toInstant());
  }
}
