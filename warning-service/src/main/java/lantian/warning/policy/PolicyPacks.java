package lantian.warning.policy;

import java.util.List;
import java.util.Optional;

/** All packs that were brought in; none is ever changed or taken back. */
public interface PolicyPacks {

  /** By reference. */
  Optional<PolicyPack> find(String reference);

  /** By id, then by version. */
  List<PolicyPack> all();

  /** Those in force, the one that was activated first before the others. */
  List<PolicyPack> active();

  /** Keeps a draft; false where its reference is taken, and nothing was changed. */
  boolean add(PolicyPack draft);

  /** Puts a draft into force; false where it is no draft any more. */
  boolean activate(String reference, PolicyPack.Activation activation);
}
