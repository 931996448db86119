package lantian.warning.proposal;

import java.time.Instant;

/**
 * Somebody put a proposal forward.
 *
 * @param number counts the times, from 1
 * @param role in which the person did it
 */
public record Submission(int number, String by, String role, Instant at) {}
