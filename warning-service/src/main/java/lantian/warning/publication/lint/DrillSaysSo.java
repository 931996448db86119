package lantian.warning.publication.lint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lantian.events.Mode;
import lantian.warning.publication.DrillWords;
import lantian.warning.publication.Finding;
import lantian.warning.publication.LintRule;
import lantian.warning.publication.Message;
import lantian.warning.publication.Texts.Placed;
import org.springframework.stereotype.Component;

/** Every text of a drill says that it is one, in both languages; no text of a real warning does. */
@Component
final class DrillSaysSo implements LintRule {

  @Override
  public List<Finding> look(Message message, Instant now) {
    boolean drill = message.announcement().mode() == Mode.DRILL;
    String code = drill ? "lint-drill-missing" : "lint-drill-word";
    var found = new ArrayList<Finding>();
    for (Placed placed : message.texts().all()) {
      if (DrillWords.inChinese(placed.text()) != drill) {
        found.add(Finding.error(code, "/texts" + placed.pointer() + "/zh"));
      }
      if (DrillWords.inEnglish(placed.text()) != drill) {
        found.add(Finding.error(code, "/texts" + placed.pointer() + "/en"));
      }
    }
    return found;
  }
}
