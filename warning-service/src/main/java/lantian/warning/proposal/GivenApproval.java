package lantian.warning.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's approval, with the role in which it was given.
 *
 * @param standIn whether it was given in the approvers' stead, the deadline having passed
 * @param signIn null where the token did not tell of it
 */
public record GivenApproval(
    String by, String role, Instant at, boolean standIn, @Nullable SignIn signIn) {}
