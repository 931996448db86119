package lantian.tasking.duty;

import java.time.Instant;

/** Who took a duty on; carried over to the duties that replace or follow it. */
public record Acceptance(String by, Instant at) {}
