package lantian.tasking.fanout;

import java.time.Duration;

/**
 * What is not written yet, the failed included.
 *
 * @param oldest for how long the oldest waits, by machine time
 */
public record Backlog(long units, Duration oldest, long failed) {}
