package lantian.warning.emergency.persistence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lantian.warning.emergency.EmergencyCode;
import lantian.warning.emergency.EmergencyCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEmergencyCodes implements EmergencyCodes {
  private static final String CODES =
      """
      select c.*, u.proposal_id, u.person, u.used_at, u.reason,
             c.confirmed_at is not null and c.withdrawn_at is null and u.code_id is null
               and c.valid_to > clock_timestamp() usable
      from emergency_code c left join emergency_use u on u.code_id = c.id
      """;

  /** Without letters and digits that are taken for one another when they are read from paper. */
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int GROUPS = 5;
  private static final int GROUP = 5;

  private final JdbcClient sql;
  private final SecureRandom random = new SecureRandom();

  JdbcEmergencyCodes(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Made> make(String role, String jurisdiction, Instant validTo, String by) {
    String code = newCode();
    Timestamp to = Timestamp.from(validTo);
    return sql.sql(
            """
            insert into emergency_code (code_sha256, role, jurisdiction, made_by, valid_to)
            select ?, ?, ?, ?, ?::timestamptz
            where ?::timestamptz between clock_timestamp() + interval '1 minute'
              and clock_timestamp() + interval '400 days'
            returning id
            """)
        .params(sha256(code), role, jurisdiction, by)
        .param(to)
        .param(to)
        .query(UUID.class)
        .optional()
        .map(id -> new Made(id, code));
  }

  @Override
  public List<EmergencyCode> list() {
    return sql.sql(CODES + "order by c.made_at desc, c.id limit 500")
        .query(JdbcEmergencyCodes::code)
        .list();
  }

  @Override
  public Optional<EmergencyCode> find(UUID id) {
    return sql.sql(CODES + "where c.id = ?").param(id).query(JdbcEmergencyCodes::code).optional();
  }

  @Override
  public Optional<EmergencyCode> opening(String code) {
    return sql.sql(CODES + "where c.code_sha256 = ?")
        .param(sha256(asWritten(code)))
        .query(JdbcEmergencyCodes::code)
        .optional();
  }

  @Override
  public boolean confirm(UUID id, String by) {
    return sql.sql(
                """
                update emergency_code set confirmed_by = ? where id = ? and confirmed_by is null
                  and withdrawn_by is null and valid_to > clock_timestamp()
                """)
            .params(by, id)
            .update()
        == 1;
  }

  @Override
  public boolean withdraw(UUID id, String by) {
    return sql.sql(
                """
                update emergency_code set withdrawn_by = ? where id = ? and withdrawn_by is null
                  and not exists (select from emergency_use where code_id = id)
                """)
            .params(by, id)
            .update()
        == 1;
  }

  @Override
  public void use(
      String code, UUID proposalId, int submission, String by, String reason, Instant at) {
    sql.sql("select use_emergency_code(?, ?, ?, ?, ?, ?)")
        .params(asWritten(code), proposalId, submission, by, reason)
        .param(Timestamp.from(at))
        .query()
        .singleRow();
  }

  @Override
  public boolean vouchedFor(UUID proposalId, int submission, String person) {
    return sql.sql(
            """
            select exists (select from emergency_use
              where proposal_id = ? and submission = ? and person = ?)
            """)
        .params(proposalId, submission, person)
        .query(Boolean.class)
        .single();
  }

  @Override
  public long usedWithin(Duration before) {
    return sql.sql(
            """
            select count(*) from emergency_use
            where used_at > clock_timestamp() - make_interval(secs => ?)
            """)
        .param((double) before.toSeconds())
        .query(Long.class)
        .single();
  }

  private String newCode() {
    var code = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /** However it was typed: capitals, and without what stands between. */
  private static String asWritten(String typed) {
    String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    return letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }

  private static String sha256(String code) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmergencyCode code(ResultSet rs, int n) throws SQLException {
    UUID proposal = rs.getObject("proposal_id", UUID.class);
    return new EmergencyCode(
        rs.getObject("id", UUID.class),
        rs.getString("role"),
        rs.getString("jurisdiction"),
        new EmergencyCode.Act(rs.getString("made_by"), rs.getTimestamp("made_at").toInstant()),
        rs.getTimestamp("valid_to").toInstant(),
        act(rs, "confirmed"),
        act(rs, "withdrawn"),
        proposal == null
            ? null
            : new EmergencyCode.Use(
                proposal,
                rs.getString("person"),
                rs.getTimestamp("used_at").toInstant(),
                rs.getString("reason")),
        rs.getBoolean("usable"));
  }

  private static EmergencyCode.@Nullable Act act(ResultSet rs, String name) throws SQLException {
    Timestamp at = rs.getTimestamp(name + "_at");
    return at == null ? null : new EmergencyCode.Act(rs.getString(name + "_by"), at.toInstant());
  }
}
