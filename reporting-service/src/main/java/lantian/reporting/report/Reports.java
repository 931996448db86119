package lantian.reporting.report;

import java.util.List;
import java.util.Optional;
import lantian.events.Mode;
import org.jspecify.annotations.Nullable;

/** The reports that are owed. Each is kept once: one that is already there stays as it is. */
public interface Reports {
  void open(OpenReport report);

  /**
   * Of a warning that places below carry out: nothing is owed, nor found here, before it is known
   * that a unit of the place itself was asked.
   */
  void openWhenAsked(OpenReport report);

  Optional<OpenReport> findBy(ReportId id);

  /** The latest lift first; those of one jurisdiction or mode, or all where it is null. */
  List<OpenReport> all(@Nullable String jurisdiction, @Nullable Mode mode);
}
