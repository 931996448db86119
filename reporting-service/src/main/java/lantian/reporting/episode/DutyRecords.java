package lantian.reporting.episode;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What is known of duties. */
public interface DutyRecords {
  /**
   * Keeps what a unit was assigned and the step of each assignment. An assignment that is older
   * than the known one leaves its description as it is.
   */
  void assigned(UUID warning, String unit, List<AssignedWork> work, List<DutyStep> steps);

  /** Keeps a step, whether or not the duty's assignment is known yet. */
  void keep(UUID warning, String unit, String code, DutyStep step);

  List<DutyRecord> of(UUID warning);

  List<DutyRecord> of(UUID warning, Collection<String> units);

  /** Units with duties, so many after the given one, in the order of their codes. */
  List<String> unitsAfter(UUID warning, String unit, int atMost);
}
