package lantian.warning.approvalform.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.warning.approvalform.ApprovalForm;
import lantian.warning.approvalform.ApprovalForms;
import lantian.warning.approvalform.ScanType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApprovalForms implements ApprovalForms {
  private final JdbcClient sql;

  JdbcApprovalForms(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<ApprovalForm> of(UUID proposalId) {
    return sql.sql(
            """
            select proposal_id, number, media_type, size, sha256, added_by, added_at
            from approval_form where proposal_id = ? order by number
            """)
        .param(proposalId)
        .query(JdbcApprovalForms::form)
        .list();
  }

  @Override
  public Optional<byte[]> content(UUID proposalId, int number) {
    return sql.sql("select content from approval_form where proposal_id = ? and number = ?")
        .params(proposalId, number)
        .query((rs, _) -> rs.getBytes(1))
        .optional();
  }

  @Override
  public void add(ApprovalForm form, String role, byte[] content) {
    sql.sql(
            """
            insert into approval_form (proposal_id, number, media_type, size, sha256, content,
              added_by, adder_role, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(form.proposalId(), form.number(), form.type().mediaType(), form.size())
        .params(form.sha256(), content, form.by(), role)
        .param(Timestamp.from(form.at()))
        .update();
  }

  private static ApprovalForm form(ResultSet rs, int n) throws SQLException {
    String mediaType = rs.getString("media_type");
    return new ApprovalForm(
        rs.getObject("proposal_id", UUID.class),
        rs.getInt("number"),
        Arrays.stream(ScanType.values())
            .filter(type -> type.mediaType().equals(mediaType))
            .findFirst()
            .orElseThrow(),
        rs.getInt("size"),
        rs.getString("sha256"),
        rs.getString("added_by"),
        rs.getTimestamp("added_at").toInstant());
  }
}
