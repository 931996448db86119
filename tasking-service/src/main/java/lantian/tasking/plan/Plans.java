package lantian.tasking.plan;

import java.util.List;
import java.util.Optional;

/** The plans that are in use, one for each jurisdiction. */
public interface Plans {

  Optional<Plan> of(String jurisdiction);

  /** All of them, by jurisdiction. */
  List<Plan> all();
}
