package lantian.tasking.duty.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.tasking.duty.Duty;
import lantian.tasking.duty.DutyState;
import org.jspecify.annotations.Nullable;

/** A duty as its readers see it; {@code overdue}: ever, whether or not it was done later. */
record DutyView(
    UUID id,
    long version,
    Mode mode,
    UUID warningId,
    long revision,
    String jurisdiction,
    String unit,
    String unitName,
    String unitNameEn,
    String code,
    String statement,
    String statementEn,
    @Nullable String measure,
    @Nullable String measureEn,
    DutyKind kind,
    DutyPhase phase,
    WarningLevel level,
    DutyState state,
    OffsetDateTime assignedAt,
    OffsetDateTime dueAt,
    @Nullable LocalDate onDate,
    @Nullable String acceptedBy,
    @Nullable OffsetDateTime acceptedAt,
    @Nullable String completedBy,
    @Nullable OffsetDateTime completedAt,
    @Nullable Boolean late,
    @Nullable String evidence,
    boolean overdue,
    @Nullable OffsetDateTime overdueAt,
    @Nullable OffsetDateTime endedAt,
    @Nullable String evidenceWanted,
    @Nullable String evidenceWantedEn,
    List<String> supporting,
    String clause,
    boolean inferred,
    @Nullable UUID replaces) {

  static DutyView of(Duty duty) {
    var what = duty.assignment();
    var acceptance = duty.acceptance();
    var completion = duty.completion();
    var replaces = what.replaces();
    return new DutyView(
        duty.id().value(),
        duty.version(),
        what.mode(),
        what.warning(),
        what.revision(),
        what.jurisdiction(),
        what.unit(),
        what.unitName().zh(),
        what.unitName().en(),
        what.code(),
        what.statement().zh(),
        what.statement().en(),
        zh(what.measure()),
        en(what.measure()),
        what.kind(),
        what.phase(),
        what.level(),
        duty.state(),
        ChinaTime.at(what.assignedAt()),
        ChinaTime.at(what.dueAt()),
        what.onDate(),
        acceptance == null ? null : acceptance.by(),
        acceptance == null ? null : at(acceptance.at()),
        completion == null ? null : completion.by(),
        completion == null ? null : at(completion.at()),
        completion == null ? null : completion.late(),
        completion == null ? null : completion.evidence(),
        duty.overdueAt() != null,
        at(duty.overdueAt()),
        at(duty.endedAt()),
        zh(what.evidence()),
        en(what.evidence()),
        what.supporting(),
        what.clause(),
        what.inferred(),
        replaces == null ? null : replaces.value());
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : ChinaTime.at(instant);
  }

  private static @Nullable String zh(@Nullable Text text) {
    return text == null ? null : text.zh();
  }

  private static @Nullable String en(@Nullable Text text) {
    return text == null ? null : text.en();
  }
}
