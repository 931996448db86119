package lantian.warning.publication.lint;

import java.time.Instant;
import java.util.List;
import lantian.warning.publication.Finding;
import lantian.warning.publication.LintRule;
import lantian.warning.publication.Message;
import org.springframework.stereotype.Component;

/** A Chinese title has 35 characters at the most, or screens and boards cut it off; CAP: 160. */
@Component
final class TitleIsShort implements LintRule {
  static final int CHINESE = 35;
  static final int ENGLISH = 160;

  @Override
  public List<Finding> look(Message message, Instant now) {
    var title = message.texts().headline();
    int chinese = title.zh().codePointCount(0, title.zh().length());
    if (chinese > CHINESE) {
      return List.of(Finding.error("lint-title-length", "/texts/headline/zh", CHINESE, chinese));
    }
    return title.en().length() > ENGLISH
        ? List.of(
            Finding.warning(
                "lint-title-length", "/texts/headline/en", ENGLISH, title.en().length()))
        : List.of();
  }
}
