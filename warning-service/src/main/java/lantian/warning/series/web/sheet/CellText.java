package lantian.warning.series.web.sheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lantian.events.ChinaTime;
import lantian.kit.web.WrittenText;
import lantian.warning.aqi.web.FieldRules;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people type into cells: times of Beijing unless they say another offset, numbers in
 * plain digits. Blank is null; what cannot be read is noted, once.
 */
final class CellText {
  private static final int LONGEST_NUMBER = 64;
  private static final int MOST_DIGITS = 1000;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,9})?");

  /** A day in Excel is its midnight. */
  private static final Pattern MIDNIGHT = Pattern.compile("[T ]0?0:00(:00)?$");

  private static final Pattern BETWEEN_POLLUTANTS = Pattern.compile("[\\s、,，;；/]+");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("[uuuu-M-d][uuuu/M/d][ ]['T']H:mm[:ss]", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("[uuuu-M-d][uuuu/M/d]", Locale.ROOT);

  private final FieldRules fields;

  CellText(FieldRules fields) {
    this.fields = fields;
  }

  /** A cell, and where it stands. */
  record Place(Sheet.Cell cell, String pointer) {}

  /** With an offset; what is no time is given on as it is, for the rules to say so. */
  @Nullable String time(Place place) {
    String text = text(place);
    if (text == null) {
      return null;
    }
    try {
      return LocalDateTime.parse(text, TIME).atZone(ChinaTime.ZONE).toOffsetDateTime().toString();
    } catch (DateTimeException e) {
      return text;
    }
  }

  @Nullable String day(Place place) {
    String text = text(place);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(MIDNIGHT.matcher(text).replaceFirst(""), DAY).toString();
    } catch (DateTimeException e) {
      return text;
    }
  }

  @Nullable BigDecimal number(Place place) {
    String text = text(place);
    if (text == null) {
      return null;
    }
    if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
      fields.wrong(place.pointer(), "sheet-number");
      return null;
    }
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS
        || number.scale() > MOST_DIGITS) {
      fields.wrong(place.pointer(), "number-size", MOST_DIGITS);
      return null;
    }
    return number;
  }

  @Nullable Integer whole(Place place) {
    BigDecimal number = number(place);
    if (number == null) {
      return null;
    }
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      fields.wrong(place.pointer(), "sheet-whole-number");
      return null;
    }
  }

  /** Their names, as the interface has them. */
  @Nullable List<@Nullable String> pollutants(Place place) {
    String text = text(place);
    if (text == null) {
      return null;
    }
    return Arrays.stream(BETWEEN_POLLUTANTS.split(text))
        .<@Nullable String>map(name -> name.toLowerCase(Locale.ROOT).replace('.', '_'))
        .toList();
  }

  private @Nullable String text(Place place) {
    Sheet.Cell cell = place.cell();
    if (cell.objection() != null) {
      fields.wrong(place.pointer(), cell.objection());
      return null;
    }
    String text = cell.text();
    if (text.isEmpty()) {
      return null;
    }
    String refused = WrittenText.refusedIn(text).orElse(null);
    if (refused != null) {
      fields.wrong(place.pointer(), "control-character", refused);
      return null;
    }
    if (text.chars().anyMatch(CellText::isFullWidth)) {
      fields.wrong(place.pointer(), "sheet-full-width");
      return null;
    }
    return text;
  }

  /** Letters, digits and signs as wide as a Chinese character (Unicode FF01 to FF5E). */
  private static boolean isFullWidth(int character) {
    return character >= '\uFF01' && character <= '\uFF5E' && character != '，' && character != '；';
  }
}
