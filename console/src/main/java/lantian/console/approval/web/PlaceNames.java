package lantian.console.approval.web;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantian.console.situation.Situation;
import lantian.console.situation.Situations;
import org.springframework.stereotype.Component;

/** Names of places, as the public page has them. */
@Component
class PlaceNames {
  private final Situations situations;

  PlaceNames(Situations situations) {
    this.situations = situations;
  }

  /** What there is now; a place without a name is shown by its code. */
  Named now(boolean english) {
    return new Named(
        situations.now().map(Situation::jurisdictions).stream()
            .flatMap(places -> places.stream())
            .collect(
                Collectors.toUnmodifiableMap(
                    Situation.Jurisdiction::code, place -> name(place, english), (a, b) -> a)));
  }

  private static String name(Situation.Jurisdiction place, boolean english) {
    return Stream.of(english && place.nameEn() != null ? place.nameEn() : "", place.name())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(place.code());
  }

  /** Names by their codes. */
  record Named(Map<String, String> byCode) {
    public String of(String code) {
      return byCode.getOrDefault(code, code);
    }
  }
}
