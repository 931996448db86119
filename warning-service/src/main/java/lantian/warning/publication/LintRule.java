package lantian.warning.publication;

import java.time.Instant;
import java.util.List;

/** One thing to look at in a message before it is approved. */
public interface LintRule {
  List<Finding> look(Message message, Instant now);
}
