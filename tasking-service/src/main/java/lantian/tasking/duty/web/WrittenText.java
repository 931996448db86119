package lantian.tasking.duty.web;

import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import org.jspecify.annotations.Nullable;

/** Text that a person writes: 1 to 4,000 characters, of which none is a control character. */
final class WrittenText {
  static final int LONGEST = 4_000;

  private WrittenText() {}

  /** The text, or a problem that names its field. */
  static String required(String pointer, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Problem.invalid(FieldError.at(pointer, "required"));
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw Problem.invalid(FieldError.at(pointer, "text-too-long", LONGEST));
    }
    return text;
  }
}
