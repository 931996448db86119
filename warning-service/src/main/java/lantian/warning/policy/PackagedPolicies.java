package lantian.warning.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lantian.warning.jurisdiction.Jurisdiction;

/** The policies that come with the service, each id in one version; they always exist. */
public class PackagedPolicies implements Policies {
  private final List<Policy> policies;

  protected PackagedPolicies(List<Policy> policies) {
    this.policies = List.copyOf(policies);
    if (policies.stream().map(Policy::id).distinct().count() < policies.size()) {
      throw new IllegalStateException("two policies of one name");
    }
  }

  @Override
  public final List<Policy> all() {
    return policies;
  }

  @Override
  public final Optional<Policy> find(String name) {
    return policies.stream()
        .filter(policy -> policy.id().equals(name) || policy.reference().equals(name))
        .findFirst();
  }

  @Override
  public final Policy inForce(Jurisdiction jurisdiction, Instant at) {
    return Holding.at(at, in(jurisdiction));
  }

  /** Those that the jurisdiction lists, each from its date on. */
  final List<Holding> in(Jurisdiction jurisdiction) {
    return jurisdiction.policies().stream()
        .map(this::named)
        .map(policy -> new Holding(policy, policy.effectiveAt()))
        .toList();
  }
}
