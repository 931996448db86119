package lantian.warning.aqi.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.WrittenText;
import lantian.warning.aqi.Concentration;
import org.jspecify.annotations.Nullable;

/**
 * Reads single fields of a request and collects what is wrong with them; each method returns null
 * where it found something wrong, or nothing at all.
 */
public final class FieldRules {
  private static final int MOST_ERRORS = 100;
  private static final int MOST_DECIMALS = 40;
  private static final Pattern ROW = Pattern.compile("/(\\d{1,9})(?=/|$)");
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  /**
   * Spaces and joiners of no width. Those that join letters of Uyghur or parts of an emoji (U+200C,
   * U+200D) are none of them.
   */
  private static final String ZERO_WIDTH = "\u200B\u2060\u2061\u2062\u2063\u2064\uFEFF\u00AD";

  private final List<FieldError> errors = new ArrayList<>();

  /** Notes an error; those beyond the first hundred are left out. */
  public void wrong(String pointer, String code, Object... arguments) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(FieldError.at(pointer, code, arguments));
    }
  }

  public boolean allHold() {
    return errors.isEmpty();
  }

  /** Refuses the request when anything was wrong, with all of it, row by row. */
  public void mustHold() {
    if (!errors.isEmpty()) {
      errors.sort(Comparator.comparingInt(error -> rowOf(error.pointer())));
      throw Problem.invalid(errors);
    }
  }

  /** The row or element that a pointer leads into; what stands before all of them comes first. */
  private static int rowOf(String pointer) {
    Matcher row = ROW.matcher(pointer);
    return row.find() ? Integer.parseInt(row.group(1)) : -1;
  }

  /** A time with an offset. */
  public @Nullable Instant instant(@Nullable String text, String pointer) {
    if (text == null) {
      wrong(pointer, "required");
      return null;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (isOutside(time.getYear())) {
        wrong(pointer, "year", FIRST_YEAR, LAST_YEAR);
        return null;
      }
      return time.toInstant();
    } catch (DateTimeException e) {
      wrong(pointer, isWithoutOffset(text) ? "time-without-offset" : "time");
      return null;
    }
  }

  /** A full hour with an offset. */
  public @Nullable Instant fullHour(@Nullable String text, String pointer) {
    Instant at = instant(text, pointer);
    if (at != null && (at.getNano() != 0 || Math.floorMod(at.getEpochSecond(), 3600) != 0)) {
      wrong(pointer, "full-hour");
      return null;
    }
    return at;
  }

  /** A natural day. */
  public @Nullable LocalDate date(@Nullable String text, String pointer) {
    if (text == null) {
      wrong(pointer, "required");
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (isOutside(date.getYear())) {
        wrong(pointer, "year", FIRST_YEAR, LAST_YEAR);
        return null;
      }
      return date;
    } catch (DateTimeException e) {
      wrong(pointer, "date");
      return null;
    }
  }

  /**
   * A name as it identifies something: one line, without what cannot be seen; the same in whichever
   * form of Unicode it was typed (NFC). Blank is null.
   */
  public @Nullable String name(@Nullable String given, String pointer, int longest) {
    if (given == null || given.isBlank()) {
      return null;
    }
    int[] refused = given.codePoints().filter(FieldRules::isUnseen).limit(1).toArray();
    if (refused.length > 0) {
      wrong(pointer, "control-character", "U+%04X".formatted(refused[0]));
      return null;
    }
    String name = Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
    if (name.length() > longest) {
      wrong(pointer, "too-long", longest);
      return null;
    }
    return name;
  }

  private static boolean isUnseen(int character) {
    return WrittenText.refusedIn(Character.toString(character)).isPresent()
        || character == '\t'
        || character == '\n'
        || character == '\r'
        || ZERO_WIDTH.indexOf(character) >= 0;
  }

  public void range(int value, int least, int most, String pointer) {
    if (value < least || value > most) {
      wrong(pointer, "range", least, most);
    }
  }

  /** A concentration; null is a missing value and no error. */
  public @Nullable BigDecimal concentration(@Nullable BigDecimal value, String pointer) {
    if (value == null) {
      return null;
    }
    if (value.signum() < 0) {
      wrong(pointer, "negative");
    } else if (value.compareTo(Concentration.MAXIMUM) > 0) {
      wrong(pointer, "too-high", Concentration.MAXIMUM.toPlainString());
    } else if (value.scale() > MOST_DECIMALS) {
      wrong(pointer, "decimals", MOST_DECIMALS);
    } else {
      return value;
    }
    return null;
  }

  private static boolean isOutside(int year) {
    return year < FIRST_YEAR || year > LAST_YEAR;
  }

  private static boolean isWithoutOffset(String text) {
    try {
      LocalDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
