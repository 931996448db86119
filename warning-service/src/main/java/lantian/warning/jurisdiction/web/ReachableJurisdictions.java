package lantian.warning.jurisdiction.web;

import java.util.List;
import lantian.kit.security.Caller;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which places a list is about: the one asked for, or all that the caller acts for. */
@Component
public class ReachableJurisdictions {
  private final Jurisdictions jurisdictions;

  public ReachableJurisdictions(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  /** Refuses a place that does not exist (422), and one that the caller has no part in (403). */
  public List<String> codes(@Nullable String asked, Caller caller) {
    if (asked == null) {
      return jurisdictions.all().stream()
          .filter(place -> caller.actsFor(place.code(), place.authorityCode()))
          .map(Jurisdiction::code)
          .toList();
    }
    Jurisdiction place =
        jurisdictions
            .find(asked)
            .orElseThrow(
                () ->
                    Problem.invalid(FieldError.at("?jurisdiction", "unknown-jurisdiction", asked)));
    caller.requireJurisdiction(place.code(), place.authorityCode());
    return List.of(place.code());
  }
}
