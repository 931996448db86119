package lantian.tasking.duty.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantian.events.Text;
import lantian.tasking.duty.Duty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A row of {@code duty} by the names of its columns, as {@code jsonb_populate_recordset} reads it.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record DutyColumns(
    UUID id,
    long version,
    UUID warningId,
    long revision,
    String mode,
    String jurisdiction,
    String unit,
    String unitName,
    String unitNameEn,
    int position,
    String code,
    String statement,
    String statementEn,
    @Nullable String measure,
    @Nullable String measureEn,
    String kind,
    String phase,
    String level,
    Instant assignedAt,
    Instant dueAt,
    @Nullable LocalDate onDate,
    @Nullable String evidenceWanted,
    @Nullable String evidenceWantedEn,
    List<String> supporting,
    String clause,
    boolean inferred,
    @Nullable UUID replaces,
    String state,
    @Nullable String acceptedBy,
    @Nullable Instant acceptedAt,
    @Nullable String completedBy,
    @Nullable Instant completedAt,
    @Nullable Boolean late,
    @Nullable String evidence,
    @Nullable Instant overdueAt,
    @Nullable Instant endedAt) {

  static DutyColumns of(Duty duty) {
    var what = duty.assignment();
    var acceptance = duty.acceptance();
    var completion = duty.completion();
    var replaces = what.replaces();
    return new DutyColumns(
        duty.id().value(),
        duty.version(),
        what.warning(),
        what.revision(),
        what.mode().name(),
        what.jurisdiction(),
        what.unit(),
        what.unitName().zh(),
        what.unitName().en(),
        what.position(),
        what.code(),
        what.statement().zh(),
        what.statement().en(),
        zh(what.measure()),
        en(what.measure()),
        what.kind().name(),
        what.phase().name(),
        what.level().name(),
        what.assignedAt(),
        what.dueAt(),
        what.onDate(),
        zh(what.evidence()),
        en(what.evidence()),
        what.supporting(),
        what.clause(),
        what.inferred(),
        replaces == null ? null : replaces.value(),
        duty.state().name(),
        acceptance == null ? null : acceptance.by(),
        acceptance == null ? null : acceptance.at(),
        completion == null ? null : completion.by(),
        completion == null ? null : completion.at(),
        completion == null ? null : completion.late(),
        completion == null ? null : completion.evidence(),
        duty.overdueAt(),
        duty.endedAt());
  }

  private static @Nullable String zh(@Nullable Text text) {
    return text == null ? null : text.zh();
  }

  private static @Nullable String en(@Nullable Text text) {
    return text == null ? null : text.en();
  }
}
