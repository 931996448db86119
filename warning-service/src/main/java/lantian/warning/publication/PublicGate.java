package lantian.warning.publication;

import java.util.Optional;
import lantian.events.Mode;
import org.springframework.stereotype.Service;

/**
 * The one gate between what is published and the public. It fails closed: whatever is not beyond
 * doubt a live publication stays inside, and so does what calls itself live and speaks of a drill.
 * Nobody but this class may let a publication go to where no token is asked for.
 */
@Service
public class PublicGate {
  private static final String LIVE = "<status>Actual</status>";
  private static final String PUBLIC = "<scope>Public</scope>";

  private final StoppedAtGate stopped;

  public PublicGate(StoppedAtGate stopped) {
    this.stopped = stopped;
  }

  /** The same publication, or nothing; what is stopped is counted. */
  public Optional<Publication> pass(Publication publication) {
    if (isBeyondDoubtLive(publication)) {
      return Optional.of(publication);
    }
    stopped.count(publication);
    return Optional.empty();
  }

  private static boolean isBeyondDoubtLive(Publication publication) {
    return publication.mode() == Mode.LIVE
        && publication.cap().contains(LIVE)
        && publication.cap().contains(PUBLIC)
        && !speaksOfDrill(publication.texts());
  }

  private static boolean speaksOfDrill(Texts texts) {
    return texts.all().stream().map(Texts.Placed::text).anyMatch(DrillWords::mentions);
  }
}
