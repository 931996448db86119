package lantian.reporting.rebuild.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import lantian.events.ChinaTime;
import lantian.reporting.rebuild.Rebuild;
import lantian.reporting.rebuild.RebuildState;
import lantian.reporting.rebuild.TableChange;
import org.jspecify.annotations.Nullable;

/** A rebuild as an operator follows it. */
record RebuildView(
    long id,
    RebuildState state,
    String askedBy,
    OffsetDateTime askedAt,
    int tries,
    long events,
    long eventsRead,
    @Nullable OffsetDateTime endedAt,
    @Nullable String failure,
    List<TableChange> changes) {

  static RebuildView of(Rebuild rebuild) {
    Instant ended = rebuild.endedAt();
    return new RebuildView(
        rebuild.id(),
        rebuild.state(),
        rebuild.askedBy(),
        ChinaTime.at(rebuild.askedAt()),
        rebuild.tries(),
        rebuild.events(),
        rebuild.read(),
        ended == null ? null : ChinaTime.at(ended),
        rebuild.failure(),
        rebuild.changes());
  }
}
