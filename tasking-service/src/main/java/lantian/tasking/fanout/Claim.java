package lantian.tasking.fanout;

import org.jspecify.annotations.Nullable;

/**
 * The right to write the next chunk of a fan-out. It holds until the chunk is written, its time is
 * over or a newer revision came; then {@code token} is no longer the fan-out's own and nothing can
 * be written under it.
 *
 * @param traceparent the trace in which the level change was read
 */
public record Claim(FanOutRun run, long token, @Nullable String traceparent) {}
