package lantian.tasking.duty.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.tasking.duty.Acceptance;
import lantian.tasking.duty.Assignment;
import lantian.tasking.duty.Completion;
import lantian.tasking.duty.Duty;
import lantian.tasking.duty.DutyId;
import lantian.tasking.duty.DutyState;
import org.jspecify.annotations.Nullable;

/** A duty from its row. */
final class DutyRows {
  private DutyRows() {}

  static Duty duty(ResultSet rs, int n) throws SQLException {
    var acceptedAt = instant(rs, "accepted_at");
    var completedAt = instant(rs, "completed_at");
    return new Duty(
        new DutyId(rs.getObject("id", UUID.class)),
        rs.getLong("version"),
        assignment(rs),
        DutyState.valueOf(rs.getString("state")),
        acceptedAt == null ? null : new Acceptance(rs.getString("accepted_by"), acceptedAt),
        completedAt == null
            ? null
            : new Completion(
                rs.getString("completed_by"),
                completedAt,
                rs.getBoolean("late"),
                rs.getString("evidence")),
        instant(rs, "overdue_at"),
        instant(rs, "ended_at"));
  }

  private static Assignment assignment(ResultSet rs) throws SQLException {
    var replaces = rs.getObject("replaces", UUID.class);
    return new Assignment(
        rs.getObject("warning_id", UUID.class),
        rs.getLong("revision"),
        Mode.valueOf(rs.getString("mode")),
        rs.getString("jurisdiction"),
        rs.getString("unit"),
        new Text(rs.getString("unit_name"), rs.getString("unit_name_en")),
        rs.getInt("position"),
        rs.getString("code"),
        new Text(rs.getString("statement"), rs.getString("statement_en")),
        text(rs, "measure"),
        DutyKind.valueOf(rs.getString("kind")),
        DutyPhase.valueOf(rs.getString("phase")),
        WarningLevel.valueOf(rs.getString("level")),
        rs.getTimestamp("assigned_at").toInstant(),
        rs.getTimestamp("due_at").toInstant(),
        rs.getObject("on_date", LocalDate.class),
        text(rs, "evidence_wanted"),
        List.of((String[]) rs.getArray("supporting").getArray()),
        rs.getString("clause"),
        rs.getBoolean("inferred"),
        replaces == null ? null : new DutyId(replaces));
  }

  static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    Timestamp value = rs.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  private static @Nullable Text text(ResultSet rs, String column) throws SQLException {
    var zh = rs.getString(column);
    return zh == null ? null : new Text(zh, rs.getString(column + "_en"));
  }
}
