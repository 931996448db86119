package lantian.warning.damping.web;

import java.util.Locale;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Phrases;
import lantian.warning.damping.Damped;
import lantian.warning.damping.TellingAgreement;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits for other runs; {@code agreeing} of the latest {@code runs} ask for it,
 * {@code needed} must.
 */
public record DampedView(
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    int runs,
    int agreeing,
    int needed,
    String text) {

  /** In English for an English reader, else in Chinese. */
  public static @Nullable DampedView of(
      @Nullable Damped damped, TellingAgreement telling, Locale locale) {
    return of(damped, telling, Phrases.in(locale));
  }

  public static @Nullable DampedView of(
      @Nullable Damped damped, TellingAgreement telling, Phrases in) {
    return damped == null
        ? null
        : new DampedView(
            damped.kind(),
            damped.from(),
            damped.to(),
            damped.runs(),
            damped.agreeing(),
            damped.needed(),
            telling.damped(damped, in));
  }
}
