package lantian.tasking.duty;

import java.time.Instant;

/** Who did a duty, and how it shows; {@code late}: after it was due. */
public record Completion(String by, Instant at, boolean late, String evidence) {}
