package lantian.warning.policy.file;

import java.util.List;
import lantian.warning.policy.Policy;
import lantian.warning.policy.PolicyFault;

/** What a document says, or all that is wrong with it. */
public sealed interface ReadPack {

  record Whole(Policy policy) implements ReadPack {}

  record Broken(List<PolicyFault> faults) implements ReadPack {
    public Broken {
      faults = List.copyOf(faults);
    }
  }
}
