package lantian.warning.proposal.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.proposal.GivenApproval;
import lantian.warning.proposal.LeadReason;
import lantian.warning.proposal.Proposal;
import lantian.warning.proposal.ProposalState;
import lantian.warning.proposal.ProposedChange;
import lantian.warning.proposal.SignIn;
import lantian.warning.proposal.Submission;
import org.jspecify.annotations.Nullable;

/** Reads a proposal with its last submission and that one's approvals. */
final class ProposalRow {
  private ProposalRow() {}

  static Proposal read(ResultSet rs, int n) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    ProposedChange change = change(rs);
    if (!change.fingerprint().equals(rs.getString("content_sha256"))) {
      throw new IllegalStateException("the content of proposal " + id + " was altered");
    }
    return new Proposal(
        id,
        rs.getLong("version"),
        change,
        ProposalState.valueOf(rs.getString("state")),
        rs.getTimestamp("proposed_at").toInstant(),
        submission(rs),
        approvals(rs));
  }

  private static ProposedChange change(ResultSet rs) throws SQLException {
    return new ProposedChange(
        Mode.valueOf(rs.getString("mode")),
        rs.getString("jurisdiction"),
        rs.getObject("warning_id", UUID.class),
        ChangeKind.valueOf(rs.getString("kind")),
        WarningLevel.valueOf(rs.getString("from_level")),
        WarningLevel.valueOf(rs.getString("to_level")),
        Cause.valueOf(rs.getString("cause")),
        Response.valueOf(rs.getString("response")),
        instant(rs, "valid_from"),
        instant(rs, "valid_to"),
        rs.getString("policy"),
        rs.getObject("forecast_id", UUID.class),
        new Text(rs.getString("reason_zh"), rs.getString("reason_en")));
  }

  private static @Nullable Submission submission(ResultSet rs) throws SQLException {
    Instant at = instant(rs, "submitted_at");
    Instant due = instant(rs, "approval_due");
    String lead = rs.getString("lead_reason");
    return at == null || due == null
        ? null
        : new Submission(
            rs.getInt("number"),
            rs.getString("submitted_by"),
            rs.getString("submitter_role"),
            at,
            due,
            lead == null ? null : LeadReason.valueOf(lead));
  }

  private static List<GivenApproval> approvals(ResultSet rs) throws SQLException {
    var approvers = rs.getArray("approvers");
    if (approvers == null) {
      return List.of();
    }
    String[] names = (String[]) approvers.getArray();
    String[] roles = (String[]) rs.getArray("roles").getArray();
    Timestamp[] times = (Timestamp[]) rs.getArray("times").getArray();
    Boolean[] standIns = (Boolean[]) rs.getArray("stand_ins").getArray();
    String[] tokens = (String[]) rs.getArray("tokens").getArray();
    Timestamp[] signedIn = (Timestamp[]) rs.getArray("signed_in").getArray();
    List<GivenApproval> approvals = new ArrayList<>(names.length);
    for (int i = 0; i < names.length; i++) {
      SignIn signIn =
          tokens[i] == null || signedIn[i] == null
              ? null
              : new SignIn(tokens[i], signedIn[i].toInstant());
      approvals.add(
          new GivenApproval(names[i], roles[i], times[i].toInstant(), standIns[i], signIn));
    }
    return approvals;
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    Timestamp at = rs.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
