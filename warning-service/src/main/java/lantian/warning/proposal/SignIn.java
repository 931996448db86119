package lantian.warning.proposal;

import java.time.Instant;

/**
 * That somebody proved who they are.
 *
 * @param token the id of the token that says so ({@code jti})
 * @param at when, by the machine's clock ({@code auth_time})
 */
public record SignIn(String token, Instant at) {}
