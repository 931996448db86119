package lantian.warning.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be published if it were decided now.
 *
 * @param documents unsigned as yet; null where one cannot be made
 */
public record Preview(Message message, @Nullable Documents documents, List<Finding> findings) {
  public Preview {
    findings = List.copyOf(findings);
  }
}
