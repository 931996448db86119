package lantian.warning.policy;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings in a pack as a draft. A reference stands for one content for good. */
@Service
public class ImportingPolicy {
  private final PolicyPacks packs;
  private final Clock clock;

  public ImportingPolicy(PolicyPacks packs, Clock clock) {
    this.packs = packs;
    this.clock = clock;
  }

  /** What became of it. */
  public sealed interface Outcome {
    /** It is there as a draft. */
    record Drafted(PolicyPack pack) implements Outcome {}

    /** It was there already, the very same; nothing changed. */
    record AlreadyThere(PolicyPack pack) implements Outcome {}

    /** This version of this id is there and says something else. */
    record SaysSomethingElse() implements Outcome {}
  }

  /**
   * @param content the document from which the policy was read, in its one written form
   */
  @Transactional
  public Outcome importAs(Policy policy, String content, String by, String role) {
    PolicyPack draft =
        new PolicyPack(
            policy, content, by, role, clock.instant().truncatedTo(ChronoUnit.MILLIS), null);
    if (packs.add(draft)) {
      return new Outcome.Drafted(draft);
    }
    PolicyPack there = packs.find(policy.reference()).orElseThrow();
    return there.content().equals(content)
        ? new Outcome.AlreadyThere(there)
        : new Outcome.SaysSomethingElse();
  }
}
