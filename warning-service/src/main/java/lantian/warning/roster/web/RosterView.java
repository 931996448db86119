package lantian.warning.roster.web;

import java.time.OffsetDateTime;
import java.util.List;
import lantian.events.ChinaTime;
import lantian.warning.roster.RosterEntry;
import org.jspecify.annotations.Nullable;

/** An entry of the roster; {@code history} only where one entry is read. */
record RosterView(
    String id,
    String person,
    String role,
    String jurisdiction,
    @Nullable String deputyFor,
    OffsetDateTime validFrom,
    @Nullable OffsetDateTime validTo,
    boolean inForce,
    boolean firstUse,
    ActView entered,
    @Nullable ActView confirmed,
    @Nullable ActView ended,
    List<StepView> history) {

  record ActView(String by, OffsetDateTime at) {
    static @Nullable ActView of(RosterEntry.@Nullable Act act) {
      return act == null ? null : new ActView(act.by(), ChinaTime.at(act.at()));
    }
  }

  record StepView(String step, String by, OffsetDateTime at, @Nullable String reason) {}

  static RosterView of(RosterEntry entry) {
    return new RosterView(
        entry.id().toString(),
        entry.person(),
        entry.role(),
        entry.jurisdiction(),
        entry.deputyFor(),
        ChinaTime.at(entry.validFrom()),
        entry.validTo() == null ? null : ChinaTime.at(entry.validTo()),
        entry.inForce(),
        entry.firstUse(),
        new ActView(entry.entered().by(), ChinaTime.at(entry.entered().at())),
        ActView.of(entry.confirmed()),
        ActView.of(entry.ended()),
        entry.history().stream()
            .map(s -> new StepView(s.step(), s.by(), ChinaTime.at(s.at()), s.reason()))
            .toList());
  }
}
