package lantian.warning.scene;

import java.util.Optional;
import java.util.UUID;

/** In which scene things began, and stay; empty: there is no such thing. */
public interface Scenes {

  Optional<Scene> ofForecast(UUID id);

  Optional<Scene> ofProposal(UUID id);

  Optional<Scene> ofWarning(UUID id);
}
