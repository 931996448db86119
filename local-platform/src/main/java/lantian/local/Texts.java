package lantian.local;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the commands say to people, in Chinese and, on the next line, in English. */
public final class Texts {

  private static final String BUNDLE = "local-platform-messages";
  private static final ResourceBundle CHINESE = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
  private static final ResourceBundle ENGLISH =
      ResourceBundle.getBundle(
          BUNDLE,
          Locale.ENGLISH,
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

  private Texts() {}

  /** The message in both languages, one under the other. */
  public static String both(String code, Object... arguments) {
    return format(CHINESE, code, arguments) + "\n" + format(ENGLISH, code, arguments);
  }

  /** The message in Chinese alone. */
  public static String chinese(String code, Object... arguments) {
    return format(CHINESE, code, arguments);
  }

  /** The message in English alone. */
  public static String english(String code, Object... arguments) {
    return format(ENGLISH, code, arguments);
  }

  private static String format(ResourceBundle bundle, String code, Object... arguments) {
    return new MessageFormat(bundle.getString(code), Locale.ROOT).format(arguments);
  }
}
