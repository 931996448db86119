package lantian.warning.publication.lint;

import java.lang.Character.UnicodeScript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lantian.warning.publication.Finding;
import lantian.warning.publication.LintRule;
import lantian.warning.publication.Message;
import lantian.warning.publication.Texts.Placed;
import org.springframework.stereotype.Component;

/** The Chinese text is Chinese, and the English one has no Chinese left in it. */
@Component
final class LanguagesStayApart implements LintRule {

  @Override
  public List<Finding> look(Message message, Instant now) {
    var found = new ArrayList<Finding>();
    for (Placed placed : message.texts().all()) {
      if (!hasHan(placed.text().zh())) {
        found.add(Finding.warning("lint-not-chinese", "/texts" + placed.pointer() + "/zh"));
      }
      if (hasHan(placed.text().en())) {
        found.add(Finding.warning("lint-not-english", "/texts" + placed.pointer() + "/en"));
      }
    }
    return found;
  }

  private static boolean hasHan(String text) {
    return text.codePoints().anyMatch(each -> UnicodeScript.of(each) == UnicodeScript.HAN);
  }
}
