package lantian.warning.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Packs in memory, as the database keeps them. */
public final class InMemoryPolicyPacks implements PolicyPacks {
  private final Map<String, PolicyPack> packs = new TreeMap<>();

  @Override
  public Optional<PolicyPack> find(String reference) {
    return Optional.ofNullable(packs.get(reference));
  }

  @Override
  public List<PolicyPack> all() {
    return new ArrayList<>(packs.values());
  }

  @Override
  public List<PolicyPack> active() {
    return packs.values().stream()
        .filter(PolicyPack::isActive)
        .sorted(Comparator.comparing(InMemoryPolicyPacks::activatedAt))
        .toList();
  }

  @Override
  public boolean add(PolicyPack draft) {
    return packs.putIfAbsent(draft.policy().reference(), draft) == null;
  }

  @Override
  public boolean activate(String reference, PolicyPack.Activation activation) {
    PolicyPack draft = packs.get(reference);
    if (draft == null || draft.isActive()) {
      return false;
    }
    packs.put(
        reference,
        new PolicyPack(
            draft.policy(),
            draft.content(),
            draft.importedBy(),
            draft.importerRole(),
            draft.importedAt(),
            activation));
    return true;
  }

  private static Instant activatedAt(PolicyPack pack) {
    PolicyPack.Activation activation = pack.activation();
    return activation == null ? Instant.MAX : activation.at();
  }
}
