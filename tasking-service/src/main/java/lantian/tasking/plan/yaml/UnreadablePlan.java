package lantian.tasking.plan.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** A plan file cannot be read; the message begins with its name and line. */
class UnreadablePlan extends IllegalStateException {

  private UnreadablePlan(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static UnreadablePlan at(String file, Mark place, String message) {
    return new UnreadablePlan(file + ":" + (place.getLine() + 1) + ": " + message, null);
  }

  static UnreadablePlan at(String file, Mark place, String message, Throwable cause) {
    return new UnreadablePlan(file + ":" + (place.getLine() + 1) + ": " + message, cause);
  }

  static UnreadablePlan in(String file, String message, @Nullable Throwable cause) {
    return new UnreadablePlan(file + ": " + message, cause);
  }
}
