package lantian.reporting.rebuild;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes on a rebuild, for a worker to do. */
@Service
@Transactional
public class AskingForRebuild {
  private final Rebuilds rebuilds;
  private final KeptEvents events;

  AskingForRebuild(Rebuilds rebuilds, KeptEvents events) {
    this.rebuilds = rebuilds;
    this.events = events;
  }

  public Asked ask(String by) {
    long missing = events.missing();
    if (missing > 0) {
      return new Asked.EventsMissing(missing);
    }
    Optional<Rebuild> added = rebuilds.add(by);
    return added
        .<Asked>map(Asked.Accepted::new)
        .orElseGet(() -> new Asked.UnderWay(rebuilds.last().orElseThrow()));
  }
}
