package lantian.testing.infrastructure;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said to people, in Chinese and in English. */
final class Messages {
  private static final String BUNDLE = "lantian.testing.infrastructure.messages";
  private static final ResourceBundle CHINESE = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
  private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);

  private Messages() {}

  /** The message in both languages, with this between them. */
  static String both(String between, String code, Object... arguments) {
    return format(CHINESE, code, arguments) + between + format(ENGLISH, code, arguments);
  }

  private static String format(ResourceBundle bundle, String code, Object... arguments) {
    return new MessageFormat(bundle.getString(code), Locale.ROOT).format(arguments);
  }
}
