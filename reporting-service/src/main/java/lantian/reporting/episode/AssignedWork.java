package lantian.reporting.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Text;
import org.jspecify.annotations.Nullable;

/** What a duty is, as its latest assignment describes it. */
public record AssignedWork(
    UUID dutyId,
    long revision,
    long dutyVersion,
    String unitName,
    String unitNameEn,
    String code,
    Text statement,
    @Nullable Text measure,
    DutyKind kind,
    DutyPhase phase,
    boolean accepted,
    @Nullable UUID replaces,
    @Nullable LocalDate onDate,
    @Nullable Instant dueAt,
    String clause,
    boolean inferred) {}
