package lantian.tasking.duty.web;

import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import org.jspecify.annotations.Nullable;

/** Text that a person writes: 1 to 4,000 characters, of which none is a control character. */
final class WrittenText {
  static final int LONGEST = 4_000;

  private WrittenText() {}

  /** The text, or a problem that names its field. Lines and tabs are no control characters here. */
  static String required(String pointer, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Problem.invalid(FieldError.at(pointer, "required"));
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw Problem.invalid(FieldError.at(pointer, "text-too-long", LONGEST));
    }
    if (text.codePoints().anyMatch(WrittenText::isForbidden)) {
      throw Problem.invalid(FieldError.at(pointer, "control-character"));
    }
    return text;
  }

  /** Control characters, halves of a character, and marks that turn the direction of writing. */
  private static boolean isForbidden(int character) {
    return switch (character) {
      case '\n', '\r', '\t' -> false;
      default ->
          Character.isISOControl(character)
              || Character.getType(character) == Character.SURROGATE
              || character >= 0x202A && character <= 0x202E
              || character >= 0x2066 && character <= 0x2069;
    };
  }
}
