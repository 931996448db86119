package lantian.warning.warning;

import java.time.Instant;
import java.util.Optional;

/** Asks for an answer while a validity ends and nobody has put one forward. */
public interface ValidityPrompts {
  Optional<ValidityPrompt> of(Warning warning, Instant now);
}
