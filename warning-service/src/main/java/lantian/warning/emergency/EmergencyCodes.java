package lantian.warning.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All codes that were ever made; each question is about this moment, by machine time. */
public interface EmergencyCodes {

  /**
   * A new one, which opens nothing yet; the code is told here and never again. Empty: it would be
   * over already, or hold too long.
   */
  Optional<Made> make(String role, String jurisdiction, Instant validTo, String by);

  /** Newest first. */
  List<EmergencyCode> list();

  Optional<EmergencyCode> find(UUID id);

  /** The one whose code this is. */
  Optional<EmergencyCode> opening(String code);

  /** False where another was faster. */
  boolean confirm(UUID id, String by);

  /** False where another was faster. */
  boolean withdraw(UUID id, String by);

  /** In the transaction of the approval. */
  void use(String code, UUID proposalId, int submission, String by, String reason, Instant at);

  /** Whether this person approved this submission by a code. */
  boolean vouchedFor(UUID proposalId, int submission, String person);

  /** How many were used since. */
  long usedWithin(java.time.Duration before);

  /** A code that was made. */
  record Made(UUID id, String code) {}
}
