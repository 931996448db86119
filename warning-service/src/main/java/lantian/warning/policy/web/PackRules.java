package lantian.warning.policy.web;

import java.util.Set;
import java.util.stream.Collectors;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.warning.aqi.AqiStandards;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.policy.PackagedPolicies;
import lantian.warning.policy.Policy;
import lantian.warning.policy.file.KnownNames;
import lantian.warning.policy.file.PackDocument;
import lantian.warning.policy.file.PackText;
import lantian.warning.policy.file.ReadPack;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a pack that is brought in must keep; one with any fault is refused as a whole. */
@Component
class PackRules {
  private final KnownNames known;

  PackRules(AqiStandards standards, Jurisdictions jurisdictions, PackagedPolicies packaged) {
    this.known =
        new KnownNames(
            Set.copyOf(standards.ids()),
            jurisdictions.all().stream()
                .map(Jurisdiction::code)
                .collect(Collectors.toUnmodifiableSet()),
            packaged.all().stream().map(Policy::id).collect(Collectors.toUnmodifiableSet()));
  }

  Policy read(PackText as, byte[] text) {
    return switch (PackDocument.read(parsed(as, text), known)) {
      case ReadPack.Whole(var policy) -> policy;
      case ReadPack.Broken(var faults) ->
          throw Problem.invalid(
              faults.stream()
                  .map(fault -> new FieldError(fault.pointer(), fault.code(), fault.arguments()))
                  .toList());
    };
  }

  private static JsonNode parsed(PackText as, byte[] text) {
    try {
      return as.parse(text);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw Problem.unreadable(
          FieldError.at(
              "",
              as == PackText.JSON ? "not-json-at" : "not-yaml-at",
              at == null ? 0 : Math.max(0, at.getLineNr()),
              at == null ? 0 : Math.max(0, at.getColumnNr())));
    }
  }
}
