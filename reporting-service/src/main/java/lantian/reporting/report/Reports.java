package lantian.reporting.report;

import java.util.List;
import java.util.Optional;
import lantian.events.Mode;
import org.jspecify.annotations.Nullable;

/** The reports that are owed. */
public interface Reports {
  /** Keeps the report; a report that is already there stays as it is. */
  void open(OpenReport report);

  Optional<OpenReport> findBy(ReportId id);

  /** The latest lift first; those of one jurisdiction or mode, or all where it is null. */
  List<OpenReport> all(@Nullable String jurisdiction, @Nullable Mode mode);
}
