package lantian.tasking.duty.persistence;

import java.util.Collection;
import lantian.kit.copy.BinaryRows;
import lantian.tasking.duty.Duty;

/** New duties as rows for COPY. */
final class DutyCopy {
  static final String STATEMENT =
      """
      copy duty (id, version, warning_id, revision, mode, jurisdiction, unit, unit_name, unit_name_en,
        position, code, statement, statement_en, measure, measure_en, kind, phase, level, assigned_at,
        due_at, on_date, evidence_wanted, evidence_wanted_en, supporting, clause, inferred, replaces,
        state, accepted_by, accepted_at, completed_by, completed_at, late, evidence, overdue_at, ended_at)
      from stdin (format binary)
      """;

  private static final int COLUMNS = 36;

  private DutyCopy() {}

  static BinaryRows rows(Collection<Duty> duties) {
    var rows = new BinaryRows(COLUMNS);
    for (var duty : duties) {
      add(rows.row(), DutyColumns.of(duty));
    }
    return rows;
  }

  private static void add(BinaryRows row, DutyColumns duty) {
    row.uuid(duty.id())
        .bigint(duty.version())
        .uuid(duty.warningId())
        .bigint(duty.revision())
        .text(duty.mode())
        .text(duty.jurisdiction())
        .text(duty.unit())
        .text(duty.unitName())
        .text(duty.unitNameEn())
        .integer(duty.position())
        .text(duty.code())
        .text(duty.statement())
        .text(duty.statementEn())
        .text(duty.measure())
        .text(duty.measureEn())
        .text(duty.kind())
        .text(duty.phase())
        .text(duty.level())
        .timestamp(duty.assignedAt())
        .timestamp(duty.dueAt())
        .date(duty.onDate())
        .text(duty.evidenceWanted())
        .text(duty.evidenceWantedEn())
        .texts(duty.supporting())
        .text(duty.clause())
        .bool(duty.inferred())
        .uuid(duty.replaces())
        .text(duty.state())
        .text(duty.acceptedBy())
        .timestamp(duty.acceptedAt())
        .text(duty.completedBy())
        .timestamp(duty.completedAt())
        .bool(duty.late())
        .text(duty.evidence())
        .timestamp(duty.overdueAt())
        .timestamp(duty.endedAt());
  }
}
