package lantian.tasking.duty;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Duties for those who only look. */
public interface DutyOverview {

  /** The latest assigned first, then in the plan's order; {@code page} from 0. */
  List<Duty> list(DutyFilter filter, int page, int size);

  long count(DutyFilter filter);

  /** Where the warning put duties upon units; empty where it is not known. */
  Optional<String> jurisdictionOf(UUID warning);

  /** What happened to it, in order. */
  List<DutyStep> stepsOf(DutyId id);

  /** The load of the units that have or had duties, under one warning or all. */
  List<UnitLoad> loads(String jurisdiction, @Nullable UUID warning);
}
