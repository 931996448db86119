package lantian.reporting.rebuild;

import java.util.List;

/** Projections beside those that are in use, for one transaction. */
public interface Beside {

  /** From here on whoever projects in this transaction projects into empty ones. */
  void begin();

  /** What is in use becomes what stands beside it; rows that are right stay untouched. */
  List<TableChange> putIn();
}
