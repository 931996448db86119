package lantian.tasking.duty;

import java.util.UUID;
import lantian.events.Mode;
import org.jspecify.annotations.Nullable;

/**
 * Which duties a reader asks for; what is null does not matter.
 *
 * @param jurisdictions the leading digits of the codes of the jurisdictions that the reader may see
 * @param overdue ever overdue, or never
 */
public record DutyFilter(
    String jurisdictions,
    @Nullable Mode mode,
    @Nullable String jurisdiction,
    @Nullable UUID warning,
    @Nullable String unit,
    @Nullable DutyState state,
    @Nullable Boolean overdue) {}
