package lantian.warning.proposal;

import java.time.Instant;

/**
 * One person's approval, with the role in which it was given.
 *
 * @param standIn whether it was given in the approvers' stead, the deadline having passed
 */
public record GivenApproval(String by, String role, Instant at, boolean standIn) {}
