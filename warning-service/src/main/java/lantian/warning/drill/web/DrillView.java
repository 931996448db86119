package lantian.warning.drill.web;

import java.time.OffsetDateTime;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.warning.drill.Drill;
import lantian.warning.jurisdiction.Jurisdiction;
import org.jspecify.annotations.Nullable;

/** A drill; what is of it stands under {@code /api/v1/drills/{id}}. */
record DrillView(
    UUID id,
    String jurisdiction,
    String jurisdictionName,
    long number,
    String name,
    String scenario,
    boolean open,
    OffsetDateTime from,
    OffsetDateTime until,
    String announcedBy,
    String announcedTo,
    String openedBy,
    OffsetDateTime openedAt,
    @Nullable String endedBy,
    @Nullable OffsetDateTime endedAt) {

  static DrillView of(Drill drill, Jurisdiction place) {
    var announced = drill.announced();
    var end = drill.end();
    return new DrillView(
        drill.id(),
        drill.jurisdiction(),
        place.name(),
        drill.number(),
        announced.name(),
        announced.scenario(),
        drill.isOpen(),
        ChinaTime.at(announced.begins()),
        ChinaTime.at(announced.ends()),
        announced.announcedBy(),
        announced.announcedTo(),
        drill.openedBy(),
        ChinaTime.at(drill.openedAt()),
        end == null ? null : end.by(),
        end == null ? null : ChinaTime.at(end.at()));
  }
}
