package lantian.reporting.report.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lantian.reporting.episode.AssignedWork;
import lantian.reporting.episode.DutyRecord;
import lantian.reporting.episode.DutyStep;
import lantian.reporting.report.Words;

/** Every duty of a warning, a row each, in the order of its units. */
public final class DutySheet {
  private static final List<String> COLUMNS =
      List.of(
          "unit-code",
          "unit",
          "duty-code",
          "duty",
          "clause",
          "date",
          "assigned-at-level",
          "due-at",
          "accepted",
          "done-at",
          "was-overdue",
          "standing",
          "evidence",
          "duty-id");

  private final Sheet sheet;
  private final Words words;

  public DutySheet(Appendable out, Words words) {
    this.sheet = new Sheet(out, COLUMNS, words);
    this.words = words;
  }

  /** All duties of some units. */
  public void add(List<DutyRecord> duties) {
    Set<UUID> replaced = new HashSet<>();
    for (DutyRecord duty : duties) {
      if (duty.work() != null && duty.work().replaces() != null) {
        replaced.add(duty.work().replaces());
      }
    }
    for (DutyRecord duty : duties) {
      add(duty, replaced.contains(duty.dutyId()));
    }
  }

  private void add(DutyRecord duty, boolean replaced) {
    AssignedWork work = duty.work();
    sheet.row(
        duty.unit(),
        words.english() ? duty.unitNameEn() : duty.unitName(),
        duty.code(),
        work == null ? "" : words.say(work.statement()),
        work == null ? "" : work.clause() + (work.inferred() ? words.say("inferred") : ""),
        work == null || work.onDate() == null ? "" : words.on(work.onDate()),
        duty.level() == null ? "" : words.say(duty.level()),
        work == null || work.dueAt() == null ? "" : words.at(work.dueAt()),
        yes(duty.accepted()),
        duty.completed()
            ? words.at(duty.last(DutyStep.Kind.COMPLETED).map(DutyStep::at).orElse(null))
            : "",
        yes(duty.everOverdue() || duty.completedLate()),
        words.say("standing." + standing(duty, replaced)),
        duty.last(DutyStep.Kind.COMPLETED)
            .or(() -> duty.last(DutyStep.Kind.REPORTED))
            .map(DutyStep::text)
            .filter(Objects::nonNull)
            .orElse(""),
        duty.dutyId());
  }

  private String yes(boolean is) {
    return is ? words.say("yes") : "";
  }

  private static String standing(DutyRecord duty, boolean replaced) {
    if (duty.completed()) {
      return "completed";
    }
    if (duty.withdrawn()) {
      return "withdrawn";
    }
    return replaced ? "replaced" : "open";
  }
}
