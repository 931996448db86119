package lantian.warning.publication;

import java.util.Optional;
import lantian.events.Mode;

/**
 * The one gate between what is published and the public. It fails closed: whatever is not beyond
 * doubt a live publication stays inside, and so does what calls itself live and speaks of a drill.
 */
final class PublicGate {
  private static final String LIVE = "<status>Actual</status>";
  private static final String PUBLIC = "<scope>Public</scope>";

  private PublicGate() {}

  static Optional<Publication> pass(Publication publication) {
    boolean live =
        publication.mode() == Mode.LIVE
            && publication.cap().contains(LIVE)
            && publication.cap().contains(PUBLIC)
            && !speaksOfDrill(publication.texts());
    return live ? Optional.of(publication) : Optional.empty();
  }

  private static boolean speaksOfDrill(Texts texts) {
    return texts.all().stream().map(Texts.Placed::text).anyMatch(DrillWords::mentions);
  }
}
