package lantian.warning.publication;

import java.time.Instant;

/**
 * A message that went out, as later ones name it.
 *
 * @param identifier of the CAP document
 * @param nationalIdentifier of the document by GB/T 35965.1
 */
public record Reference(
    Sender sender, Instant sent, String identifier, String nationalIdentifier) {}
