package lantian.broken.injected;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Breaks the rule on field injection. */
public class Injected {
  @Autowired @Nullable Runnable need;
}
