package lantian.notification.contact;

import java.net.URI;
import java.util.Optional;

/** Knows which addresses may be called. */
public interface Targets {

  /** Why this address may not be called, if so. */
  Optional<TargetObjection> objectionTo(URI target);
}
