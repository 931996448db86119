package lantian.kit.observability;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Machine time throughout. {@code every}: the pause between two looks; {@code rest}: how many times
 * as long as a look took the pause is at least, so that figures never cost more than their share;
 * {@code booksPatience}: how long two entries of the books may differ before that is counted.
 */
@ConfigurationProperties("lantian.surveys")
public record SurveySettings(Duration every, int rest, Duration booksPatience) {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** How often it is asked whether one is due. */
  Duration pause() {
    return every.compareTo(LONGEST_PAUSE) < 0 ? every : LONGEST_PAUSE;
  }
}
