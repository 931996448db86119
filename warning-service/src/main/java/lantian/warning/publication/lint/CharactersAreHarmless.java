package lantian.warning.publication.lint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lantian.warning.publication.Finding;
import lantian.warning.publication.LintRule;
import lantian.warning.publication.Message;
import lantian.warning.publication.Texts.Placed;
import org.springframework.stereotype.Component;

/**
 * No text holds what XML cannot (1.0, 2.2), what turns the direction of writing (UAX #9), or what
 * was to be filled in and was not.
 */
@Component
final class CharactersAreHarmless implements LintRule {

  @Override
  public List<Finding> look(Message message, Instant now) {
    var found = new ArrayList<Finding>();
    for (Placed placed : message.texts().all()) {
      look("/texts" + placed.pointer() + "/zh", placed.text().zh(), found);
      look("/texts" + placed.pointer() + "/en", placed.text().en(), found);
    }
    return found;
  }

  private static void look(String pointer, String text, List<Finding> found) {
    if (text.isBlank()) {
      found.add(Finding.error("lint-empty", pointer));
    }
    text.codePoints()
        .filter(CharactersAreHarmless::isForbidden)
        .findFirst()
        .ifPresent(
            character ->
                found.add(Finding.error("lint-character", pointer, "U+%04X".formatted(character))));
    if (text.contains("{") || text.contains("}") || text.contains("null")) {
      found.add(Finding.error("lint-placeholder", pointer));
    }
  }

  private static boolean isForbidden(int character) {
    return Character.isISOControl(character) && character != '\n'
        || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE
        || character == 0xFFFE
        || character == 0xFFFF
        || character >= 0x202A && character <= 0x202E
        || character >= 0x2066 && character <= 0x2069;
  }
}
