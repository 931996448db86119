package lantian.warning.publication.lint;

import java.time.Instant;
import java.util.List;
import lantian.warning.publication.Finding;
import lantian.warning.publication.LintRule;
import lantian.warning.publication.Message;
import org.springframework.stereotype.Component;

/**
 * A later revision refers to the messages before it. A warning that is older than publications has
 * none: its next revision goes out as a first message, and that is shown.
 */
@Component
final class ReferencesAreThere implements LintRule {

  @Override
  public List<Finding> look(Message message, Instant now) {
    long revision = message.announcement().revision();
    if (revision == 1 && !message.earlier().isEmpty()) {
      return List.of(Finding.error("lint-reference-too-many", "/references"));
    }
    if (revision > 1 && message.earlier().isEmpty()) {
      return List.of(Finding.warning("lint-no-earlier-message", "/references"));
    }
    return revision > 1 && message.earlier().size() < revision - 1
        ? List.of(
            Finding.warning(
                "lint-reference-missing",
                "/references",
                revision - 1,
                (long) message.earlier().size()))
        : List.of();
  }
}
