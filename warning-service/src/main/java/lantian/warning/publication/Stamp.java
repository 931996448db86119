package lantian.warning.publication;

import java.time.Instant;

/** What makes a draft a message: which one it is, and since when. */
public record Stamp(String identifier, Instant sent) {}
