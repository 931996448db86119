package lantian.kit.web;

import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Text as people write it. Refused are the characters that an XML document cannot or should not
 * hold (XML 1.0, 2.2): U+0000, which PostgreSQL does not take either, all control characters (ISO
 * control, with U+007F to U+009F) but tab and the ends of lines, halves of surrogate pairs, U+FFFE
 * and U+FFFF; and those that turn the direction of writing for what follows (Unicode UAX #9, 2.1
 * and 2.2: U+202A to U+202E) or isolate it (2.4: U+2066 to U+2069), with which a text can show
 * something else than it says.
 */
public final class WrittenText extends StringDeserializer {

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    var text = super.deserialize(parser, context);
    if (text != null) {
      refusedIn(text)
          .ifPresent(
              character -> {
                throw new RefusedValue(parser, "control-character", character);
              });
    }
    return text;
  }

  /** The first character of a text that is refused, as in {@code U+202E}. */
  public static Optional<String> refusedIn(String text) {
    var first = text.codePoints().filter(WrittenText::isRefused).findFirst();
    return first.isPresent() ? Optional.of("U+%04X".formatted(first.getAsInt())) : Optional.empty();
  }

  private static boolean isRefused(int character) {
    return isControl(character)
        || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE
        || character == 0xFFFE
        || character == 0xFFFF
        || character >= 0x202A && character <= 0x202E
        || character >= 0x2066 && character <= 0x2069;
  }

  private static boolean isControl(int character) {
    return Character.isISOControl(character)
        && character != '\t'
        && character != '\n'
        && character != '\r';
  }
}
