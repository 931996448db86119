package lantian.warning.policy.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lantian.kit.web.WrittenText;
import lantian.warning.policy.PolicyFault;
import tools.jackson.databind.JsonNode;

/**
 * A place in a pack's document. What is read from it is what stands there; where that is wrong, the
 * fault is noted and something harmless is given, so that reading goes on to the next fault.
 */
final class PackField {
  private static final int MOST_FAULTS = 100;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final JsonNode node;
  private final String pointer;
  private final List<PolicyFault> faults;

  private PackField(JsonNode node, String pointer, List<PolicyFault> faults) {
    this.node = node;
    this.pointer = pointer;
    this.faults = faults;
  }

  static PackField of(JsonNode document, List<PolicyFault> faults) {
    return new PackField(document, "", faults);
  }

  PackField at(String name) {
    String step = name.replace("~", "~0").replace("/", "~1");
    return new PackField(node.path(name), pointer + "/" + step, faults);
  }

  boolean isGiven() {
    return !node.isMissingNode() && !node.isNull();
  }

  void wrong(String code, Object... arguments) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new PolicyFault(pointer, code, List.of(arguments)));
    }
  }

  /** An object with these fields and no others; false where it is none. */
  boolean isObjectOf(String... names) {
    if (!isGiven()) {
      wrong("required");
      return false;
    }
    if (!node.isObject()) {
      wrong("expected-object");
      return false;
    }
    Set<String> known = Set.of(names);
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        at(name).wrong("unknown-field", name);
      }
    }
    return true;
  }

  /** The names of the fields that are there. */
  Collection<String> names() {
    return node.propertyNames();
  }

  /** The items of a list; none where it is wrong. */
  List<PackField> items(int least, int most) {
    if (!isGiven()) {
      if (least > 0) {
        wrong("required");
      }
      return List.of();
    }
    if (!node.isArray()) {
      wrong("expected-list");
      return List.of();
    }
    if (node.size() < least || node.size() > most) {
      wrong("list-size", least, most);
      return List.of();
    }
    List<PackField> items = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      items.add(new PackField(node.path(i), pointer + "/" + i, faults));
    }
    return items;
  }

  String text(int longest) {
    if (!isGiven()) {
      wrong("required");
    } else if (!node.isString()) {
      wrong("expected-text");
    } else if (node.stringValue().isBlank()) {
      wrong("required");
    } else if (node.stringValue().length() > longest) {
      wrong("text-too-long", longest);
    } else if (WrittenText.refusedIn(node.stringValue()).isPresent()) {
      wrong("control-character", WrittenText.refusedIn(node.stringValue()).get());
    } else {
      return node.stringValue();
    }
    return "";
  }

  /** A text that is one of the known. */
  String text(int longest, Predicate<String> isKnown, String code, Object... arguments) {
    String text = text(longest);
    if (!text.isEmpty() && !isKnown.test(text)) {
      wrong(code, arguments.length == 0 ? new Object[] {text} : arguments);
    }
    return text;
  }

  /** Different texts, each one of the known. */
  Set<String> texts(int least, int most, int longest, Predicate<String> isKnown, String code) {
    Set<String> texts = new LinkedHashSet<>();
    for (PackField item : items(least, most)) {
      String text = item.text(longest, isKnown, code);
      if (!text.isEmpty() && !texts.add(text)) {
        item.wrong("twice", text);
      }
    }
    return texts;
  }

  int whole(int least, int most) {
    if (!isGiven()) {
      wrong("required");
    } else if (!node.isIntegralNumber()) {
      wrong("expected-whole-number");
    } else if (!node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
      wrong("range", least, most);
    } else {
      return node.intValue();
    }
    return least;
  }

  <E extends Enum<E>> E oneOf(List<E> allowed) {
    String names = String.join(", ", allowed.stream().map(Enum::name).toList());
    String text = text(100);
    for (E each : allowed) {
      if (each.name().equals(text)) {
        return each;
      }
    }
    if (!text.isEmpty()) {
      wrong("one-of", names);
    }
    return allowed.getFirst();
  }

  <E extends Enum<E>> E oneOf(Class<E> type) {
    return oneOf(Arrays.asList(type.getEnumConstants()));
  }

  LocalDate date() {
    String text = text(100);
    if (!text.isEmpty()) {
      try {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
          return date;
        }
        wrong("year", FIRST_YEAR, LAST_YEAR);
      } catch (DateTimeException e) {
        wrong("date");
      }
    }
    return LocalDate.EPOCH;
  }

  LocalTime timeOfDay() {
    String text = text(100);
    if (!text.isEmpty()) {
      try {
        return LocalTime.parse(text);
      } catch (DateTimeException e) {
        wrong("time-of-day");
      }
    }
    return LocalTime.MIDNIGHT;
  }
}
