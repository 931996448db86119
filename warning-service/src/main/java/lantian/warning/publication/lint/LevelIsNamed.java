package lantian.warning.publication.lint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.publication.Finding;
import lantian.warning.publication.LintRule;
import lantian.warning.publication.Message;
import org.springframework.stereotype.Component;

/** The title names the level that it is about, and no other. */
@Component
final class LevelIsNamed implements LintRule {
  private static final Map<WarningLevel, Text> COLOURS =
      new EnumMap<>(
          Map.of(
              WarningLevel.YELLOW, new Text("黄色", "yellow"),
              WarningLevel.ORANGE, new Text("橙色", "orange"),
              WarningLevel.RED, new Text("红色", "red")));

  @Override
  public List<Finding> look(Message message, Instant now) {
    var told = message.announcement();
    Text title = message.texts().headline();
    var found = new ArrayList<Finding>();
    COLOURS.forEach(
        (level, colour) -> {
          boolean wanted = level == told.level();
          if (title.zh().contains(colour.zh()) != wanted) {
            found.add(
                Finding.error(
                    wanted ? "lint-level-missing" : "lint-level-wrong",
                    "/texts/headline/zh",
                    colour.zh()));
          }
          if (hasWord(title.en(), colour.en()) != wanted) {
            found.add(
                Finding.error(
                    wanted ? "lint-level-missing" : "lint-level-wrong",
                    "/texts/headline/en",
                    colour.en()));
          }
        });
    return found;
  }

  private static boolean hasWord(String text, String word) {
    return Pattern.compile("\\b" + word + "\\b").matcher(text.toLowerCase(Locale.ENGLISH)).find();
  }
}
