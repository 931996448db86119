package lantian.warning.publication;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The log of where publications went. */
public interface Disseminations {

  void add(List<Dissemination> went, Publication publication);

  /** Of all revisions, in the order of time. */
  List<Dissemination> of(UUID warningId);

  /** The last of a revision. */
  Optional<Dissemination> lastOf(UUID warningId, long revision);
}
