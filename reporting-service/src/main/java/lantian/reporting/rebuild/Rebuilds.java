package lantian.reporting.rebuild;

import java.util.List;
import java.util.Optional;

/** All rebuilds there were. */
public interface Rebuilds {

  /** Keeps a new one; none where one is running. */
  Optional<Rebuild> add(String askedBy);

  /** The one that was asked for last. */
  Optional<Rebuild> last();

  /**
   * Whether it is running and nobody else has it at hand. If so it is the caller's until the end of
   * the transaction, however that ends.
   */
  boolean take(long id);

  /** Notes that it begins, with so many events; gives how often it has. */
  int begin(long id, long events);

  void progress(long id, long read);

  void end(long id, long read, List<TableChange> changes);

  /** Ends it, unless it has ended. */
  void fail(long id, String failure);

  Rebuild.Standing standing();
}
