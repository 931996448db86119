package lantian.warning.publication;

import java.util.Locale;
import lantian.events.Text;

/** The words by which everybody knows a drill; no live text holds one of them. */
public final class DrillWords {
  private static final String CHINESE = "演练";
  private static final String ENGLISH = "[drill]";

  private DrillWords() {}

  /** Whether either language says that it is a drill. */
  public static boolean mentions(Text text) {
    return inChinese(text) || inEnglish(text);
  }

  public static boolean inChinese(Text text) {
    return text.zh().contains(CHINESE);
  }

  /** The English word by its mark alone: the word has other uses. */
  public static boolean inEnglish(Text text) {
    return text.en().toLowerCase(Locale.ENGLISH).contains(ENGLISH);
  }
}
