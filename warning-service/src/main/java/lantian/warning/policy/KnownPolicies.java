package lantian.warning.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import lantian.warning.jurisdiction.Jurisdiction;
import org.jspecify.annotations.Nullable;

/** The packaged policies, and the packs that were put into force. */
public final class KnownPolicies implements Policies {
  private final PackagedPolicies packaged;
  private final PolicyPacks packs;

  /** By reference; what is in force once stays so, and never says anything else. */
  private final Map<String, Policy> active = new ConcurrentHashMap<>();

  public KnownPolicies(PackagedPolicies packaged, PolicyPacks packs) {
    this.packaged = packaged;
    this.packs = packs;
  }

  @Override
  public List<Policy> all() {
    return Stream.concat(packaged.all().stream(), packs.active().stream().map(PolicyPack::policy))
        .toList();
  }

  @Override
  public Optional<Policy> find(String name) {
    return packaged.find(name).or(() -> Optional.ofNullable(activePack(name)));
  }

  private @Nullable Policy activePack(String name) {
    if (name.contains(Policy.VERSION_MARK)) {
      Policy known = active.get(name);
      if (known != null) {
        return known;
      }
      PolicyPack pack = packs.find(name).filter(PolicyPack::isActive).orElse(null);
      if (pack != null) {
        active.put(name, pack.policy());
      }
      return pack == null ? null : pack.policy();
    }
    return newest(name, packs.active()).orElse(null);
  }

  @Override
  public Optional<Policy> findToTry(String name) {
    return find(name)
        .or(
            () ->
                name.contains(Policy.VERSION_MARK)
                    ? packs.find(name).map(PolicyPack::policy)
                    : newest(name, packs.all()));
  }

  private static Optional<Policy> newest(String id, List<PolicyPack> among) {
    return among.stream()
        .map(PolicyPack::policy)
        .filter(policy -> policy.id().equals(id))
        .max(Comparator.comparingInt(Policy::version));
  }

  @Override
  public Policy inForce(Jurisdiction jurisdiction, Instant at) {
    List<Holding> holdings = new ArrayList<>(packaged.in(jurisdiction));
    for (PolicyPack pack : packs.active()) {
      Instant from = pack.holdsFrom();
      if (from != null && pack.policy().jurisdictions().contains(jurisdiction.code())) {
        holdings.add(new Holding(pack.policy(), from));
      }
    }
    return Holding.at(at, holdings);
  }
}
