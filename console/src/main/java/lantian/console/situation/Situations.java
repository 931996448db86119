package lantian.console.situation;

import java.util.Optional;

/** Tells the situation as it is now. */
public interface Situations {

  /** The situation; empty when the service that knows it does not answer. */
  Optional<Situation> now();
}
