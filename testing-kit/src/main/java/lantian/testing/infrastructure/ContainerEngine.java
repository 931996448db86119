package lantian.testing.infrastructure;

import com.github.dockerjava.api.DockerClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/** A Docker engine, if there is one. */
record ContainerEngine(Supplier<DockerClient> client) {

  /** The one that Testcontainers finds. */
  static ContainerEngine ofThisMachine() {
    return new ContainerEngine(() -> DockerClientFactory.instance().client());
  }

  /** Why it cannot be used, or nothing. */
  @Nullable RuntimeException objection() {
    try {
      client.get().pingCmd().exec();
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  /** The first of these images that the engine has. */
  Optional<String> firstPresent(List<String> images) {
    return images.stream().filter(this::has).findFirst();
  }

  private boolean has(String image) {
    try {
      client.get().inspectImageCmd(image).exec();
      return true;
    } catch (RuntimeException e) {
      // Not there, or not to be had: the same to a run that only wants to know.
      return false;
    }
  }
}
