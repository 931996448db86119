package lantian.warning.proposal;

import java.time.Instant;

/** One person's approval, with the role in which it was given. */
public record GivenApproval(String by, String role, Instant at) {}
