package lantian.warning.policy.file;

import lantian.warning.policy.APack;
import lantian.warning.policy.Policy;

/** The national policy of 2024 with something changed. */
public final class APolicy {
  private APolicy() {}

  /** Pairs of what its file says and what it is to say instead. */
  public static Policy with(String... changes) {
    APack pack = APack.ofChangji();
    for (int i = 0; i < changes.length; i += 2) {
      pack = pack.with(changes[i], changes[i + 1]);
    }
    ReadPack read = PackDocument.read(PackText.YAML.parse(pack.bytes()), KnownNames.NOT_ASKED);
    if (read instanceof ReadPack.Whole(Policy policy)) {
      return policy;
    }
    throw new IllegalArgumentException(read.toString());
  }
}
