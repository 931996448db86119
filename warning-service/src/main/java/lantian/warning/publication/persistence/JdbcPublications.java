package lantian.warning.publication.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.publication.NationalIdentifier;
import lantian.warning.publication.PreparedCorrection;
import lantian.warning.publication.Publication;
import lantian.warning.publication.Publications;
import lantian.warning.publication.Reference;
import lantian.warning.publication.Sender;
import lantian.warning.publication.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcPublications implements Publications {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient sql;

  JdbcPublications(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void save(Publication publication) {
    Reference reference = publication.reference();
    Sender sender = reference.sender();
    PreparedCorrection correction = publication.correction();
    sql.sql(
            """
            insert into publication (warning_id, revision, mode, jurisdiction, kind, from_level,
              to_level, published_at, sender, organisation, sender_name_zh, sender_name_en,
              identifier, national_identifier, sent, texts, cap, cap_cn, correction_texts,
              correction_cap, correction_cap_cn, correction_sha256)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(publication.warningId(), publication.revision(), publication.mode().name())
        .params(publication.jurisdiction(), publication.kind().name())
        .params(publication.from().name(), publication.to().name())
        .param(Timestamp.from(publication.publishedAt()))
        .params(sender.id(), sender.organisation(), sender.name().zh(), sender.name().en())
        .params(reference.identifier(), reference.nationalIdentifier())
        .param(Timestamp.from(reference.sent()))
        .params(written(publication.texts()), publication.cap(), publication.capCn())
        .param(correction == null ? null : written(correction.texts()))
        .param(correction == null ? null : correction.cap())
        .param(correction == null ? null : correction.capCn())
        .param(correction == null ? null : correction.sha256())
        .update();
  }

  @Override
  public String written(Texts texts) {
    return JSON.writeValueAsString(texts);
  }

  @Override
  public Optional<Publication> find(UUID warningId, long revision) {
    return sql.sql("select * from publication where warning_id = ? and revision = ?")
        .params(warningId, revision)
        .query(JdbcPublications::publication)
        .optional();
  }

  @Override
  public Optional<Publication> latest(UUID warningId) {
    return sql.sql("select * from publication where warning_id = ? order by revision desc limit 1")
        .param(warningId)
        .query(JdbcPublications::publication)
        .optional();
  }

  @Override
  public List<Reference> referencesOf(UUID warningId) {
    return sql.sql("select * from publication where warning_id = ? order by revision")
        .param(warningId)
        .query((rs, _) -> reference(rs))
        .list();
  }

  @Override
  public List<Publication> latestSince(Instant since, int most) {
    return sql.sql(
            """
            select p.* from publication p
            where p.mode = 'LIVE' and p.published_at >= ? and not exists (
              select 1 from publication n where n.warning_id = p.warning_id and n.revision > p.revision)
            order by p.published_at desc, p.warning_id limit ?
            """)
        .param(Timestamp.from(since))
        .param(most)
        .query(JdbcPublications::publication)
        .list();
  }

  @Override
  public Set<String> takenFrom(Sender sender, Instant second) {
    // Two places of one body may publish at the same moment; one waits for the other's commit.
    sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 35965))")
        .param(sender.organisation())
        .query((_, _) -> true)
        .list();
    return Set.copyOf(
        sql.sql(
                """
                select national_identifier from publication
                where national_identifier collate "C" >= ? and organisation = ?
                """)
            .params(NationalIdentifier.first(sender, second), sender.organisation())
            .query(String.class)
            .list());
  }

  private static Publication publication(ResultSet rs, int n) throws SQLException {
    return new Publication(
        rs.getObject("warning_id", UUID.class),
        rs.getLong("revision"),
        Mode.valueOf(rs.getString("mode")),
        rs.getString("jurisdiction"),
        ChangeKind.valueOf(rs.getString("kind")),
        WarningLevel.valueOf(rs.getString("from_level")),
        WarningLevel.valueOf(rs.getString("to_level")),
        rs.getTimestamp("published_at").toInstant(),
        reference(rs),
        texts(rs.getString("texts")),
        rs.getString("cap"),
        rs.getString("cap_cn"),
        correction(rs));
  }

  private static @Nullable PreparedCorrection correction(ResultSet rs) throws SQLException {
    String sha256 = rs.getString("correction_sha256");
    return sha256 == null
        ? null
        : new PreparedCorrection(
            texts(rs.getString("correction_texts")),
            rs.getString("correction_cap"),
            rs.getString("correction_cap_cn"),
            sha256);
  }

  private static Reference reference(ResultSet rs) throws SQLException {
    return new Reference(
        new Sender(
            rs.getString("sender"),
            rs.getString("organisation"),
            new Text(rs.getString("sender_name_zh"), rs.getString("sender_name_en"))),
        rs.getTimestamp("sent").toInstant(),
        rs.getString("identifier"),
        rs.getString("national_identifier"));
  }

  private static Texts texts(String written) {
    return JSON.readValue(written, Texts.class);
  }
}
