package lantian.warning.policy;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a draft into force, by another person than the one who brought it in. It cannot be taken
 * back: warnings name it; a newer version or another pack takes its place.
 */
@Service
public class ActivatingPolicy {
  private final PolicyPacks packs;
  private final Clock clock;

  public ActivatingPolicy(PolicyPacks packs, Clock clock) {
    this.packs = packs;
    this.clock = clock;
  }

  /** What became of it. */
  public sealed interface Outcome {
    /** It holds from its date on, or from now. */
    record Activated(PolicyPack pack) implements Outcome {}

    /** It was brought in by the same person. */
    record OwnImport() implements Outcome {}

    /** Somebody has done it before. */
    record AlreadyActive(PolicyPack pack) implements Outcome {}

    /** There is no such pack. */
    record Unknown() implements Outcome {}
  }

  @Transactional
  public Outcome activate(String reference, String by, String role) {
    PolicyPack draft = packs.find(reference).orElse(null);
    if (draft == null) {
      return new Outcome.Unknown();
    }
    if (draft.isActive()) {
      return new Outcome.AlreadyActive(draft);
    }
    if (draft.importedBy().equals(by)) {
      return new Outcome.OwnImport();
    }
    var activation =
        new PolicyPack.Activation(by, role, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    boolean done = packs.activate(reference, activation);
    PolicyPack after = packs.find(reference).orElseThrow();
    return done ? new Outcome.Activated(after) : new Outcome.AlreadyActive(after);
  }
}
