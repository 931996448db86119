package lantian.warning.consultation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All opinions; none is ever changed or taken back. */
public interface Opinions {

  /** In the order in which they were given. */
  List<Opinion> on(UUID proposal);

  /** Of several proposals; those without any are not there. */
  Map<UUID, List<Opinion>> onEach(Collection<UUID> proposals);

  /** In a transaction that holds the jurisdiction's turn. */
  void add(Opinion opinion);
}
