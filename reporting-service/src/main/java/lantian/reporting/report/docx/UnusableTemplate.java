package lantian.reporting.report.docx;

import java.util.List;
import java.util.Locale;
import lantian.reporting.report.Words;
import org.jspecify.annotations.Nullable;

/** A template that cannot be used; the message says all that is wrong, in Chinese and English. */
public final class UnusableTemplate extends RuntimeException {

  /** One thing that is wrong: a code of the words and what it is about. */
  record Fault(String code, Object... values) {
    private String in(Locale locale) {
      return Words.in(locale).say("template." + code, values);
    }
  }

  UnusableTemplate(String template, List<Fault> faults) {
    this(template, faults, null);
  }

  UnusableTemplate(String template, List<Fault> faults, @Nullable Throwable cause) {
    super(text(template, faults), cause);
  }

  private static String text(String template, List<Fault> faults) {
    StringBuilder text = new StringBuilder();
    for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      text.append(new Fault("unusable", template).in(locale));
      for (Fault fault : faults) {
        text.append("\n  - ").append(fault.in(locale));
      }
      text.append('\n');
    }
    return text.toString().strip();
  }
}
