package lantian.warning.policy.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.policy.PackagedPolicies;
import lantian.warning.policy.Policies;
import lantian.warning.policy.Policy;
import lantian.warning.policy.PolicyPack;
import lantian.warning.policy.PolicyPacks;
import lantian.warning.policy.file.PackWriting;
import org.springframework.stereotype.Component;

/** Shows policies with the places where they are in force at the moment. */
@Component
class PolicyViews {
  private final PackagedPolicies packaged;
  private final PolicyPacks packs;
  private final Policies policies;
  private final Jurisdictions jurisdictions;
  private final Clock clock;

  PolicyViews(
      PackagedPolicies packaged,
      PolicyPacks packs,
      Policies policies,
      Jurisdictions jurisdictions,
      Clock clock) {
    this.packaged = packaged;
    this.packs = packs;
    this.policies = policies;
    this.jurisdictions = jurisdictions;
    this.clock = clock;
  }

  /** The packaged ones, then what was brought in. */
  List<PolicyView> all(Locale locale) {
    Map<String, List<String>> inForce = inForce();
    List<PolicyView> views = new ArrayList<>();
    packaged.all().forEach(policy -> views.add(view(policy, inForce, locale)));
    packs.all().forEach(pack -> views.add(view(pack, inForce, locale)));
    return views;
  }

  PolicyView of(PolicyPack pack, Locale locale) {
    return view(pack, inForce(), locale);
  }

  /** By reference, or by id: then the packaged one, or the newest version in force. */
  Optional<PolicyView.Whole> find(String name, Locale locale) {
    return policies
        .findToTry(name)
        .map(
            policy ->
                new PolicyView.Whole(
                    packs
                        .find(policy.reference())
                        .map(pack -> view(pack, inForce(), locale))
                        .orElseGet(() -> view(policy, inForce(), locale)),
                    PackWriting.document(policy)));
  }

  private PolicyView view(Policy policy, Map<String, List<String>> inForce, Locale locale) {
    List<String> places =
        jurisdictions.all().stream()
            .filter(place -> place.policies().contains(policy.id()))
            .map(Jurisdiction::code)
            .toList();
    return PolicyView.ofPackaged(
        policy, places, inForce.getOrDefault(policy.reference(), List.of()), locale);
  }

  private static PolicyView view(
      PolicyPack pack, Map<String, List<String>> inForce, Locale locale) {
    return PolicyView.of(pack, inForce.getOrDefault(pack.policy().reference(), List.of()), locale);
  }

  private Map<String, List<String>> inForce() {
    Instant now = clock.instant();
    Map<String, List<String>> places = new HashMap<>();
    for (Jurisdiction place : jurisdictions.all()) {
      places
          .computeIfAbsent(policies.inForce(place, now).reference(), _ -> new ArrayList<>())
          .add(place.code());
    }
    return places;
  }
}
