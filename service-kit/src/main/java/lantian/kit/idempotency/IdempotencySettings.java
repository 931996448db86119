package lantian.kit.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Machine time throughout. {@code kept}: how long an answer is kept at least; {@code waiting}: how
 * long a repeat waits for the first to end; {@code forgetEvery}: the pause between two looks for
 * answers that are too old.
 */
@ConfigurationProperties("lantian.idempotency")
public record IdempotencySettings(Duration kept, Duration waiting, Duration forgetEvery) {}
