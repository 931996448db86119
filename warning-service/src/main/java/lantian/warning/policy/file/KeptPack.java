package lantian.warning.policy.file;

import lantian.warning.policy.Policy;

/** A pack as it was kept: what it names was checked when it came in. */
public final class KeptPack {
  private KeptPack() {}

  public static Policy read(byte[] json) {
    return switch (PackDocument.read(PackText.JSON.parse(json), KnownNames.NOT_ASKED)) {
      case ReadPack.Whole(var policy) -> policy;
      case ReadPack.Broken(var faults) ->
          throw new IllegalStateException("a kept pack does not hold together: " + faults);
    };
  }
}
