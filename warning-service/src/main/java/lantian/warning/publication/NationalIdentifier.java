package lantian.warning.publication;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import lantian.events.ChinaTime;

/**
 * {@code ZZZZZZDDDUUUXX_YYYYMMDDhhmmss_N} of GB/T 35965.1: who, when in Beijing, and which of the
 * ten that one second has.
 */
public final class NationalIdentifier {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ChinaTime.ZONE);
  private static final int A_SECOND = 10;

  private NationalIdentifier() {}

  /** What all identifiers of this body begin with. */
  public static String prefix(Sender sender) {
    return sender.organisation() + "_";
  }

  /**
   * The first that is free from this second on; a second that is full leaves its messages to the
   * next one.
   *
   * @param taken those of the same body from this second on
   */
  public static String next(Sender sender, Instant at, Set<String> taken) {
    for (Instant second = at.truncatedTo(ChronoUnit.SECONDS); ; second = second.plusSeconds(1)) {
      for (int n = 0; n < A_SECOND; n++) {
        String candidate = prefix(sender) + SECOND.format(second) + "_" + n;
        if (!taken.contains(candidate)) {
          return candidate;
        }
      }
    }
  }

  /** The smallest identifier of this body in this second, by which those after it are found. */
  public static String first(Sender sender, Instant at) {
    return prefix(sender) + SECOND.format(at) + "_0";
  }
}
