package lantian.testing.infrastructure;

import com.github.dockerjava.api.DockerClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.testcontainers.DockerClientFactory;

/**
 * A Docker engine, if there is one.
 *
 * @param withoutRyuk that Testcontainers starts no container of its own, whose image it would pull
 */
record ContainerEngine(Supplier<DockerClient> client, boolean withoutRyuk) {

  /** The one that Testcontainers finds. */
  static ContainerEngine ofThisMachine() {
    return new ContainerEngine(
        () -> DockerClientFactory.instance().client(),
        Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED")));
  }

  boolean answers() {
    try {
      client.get().pingCmd().exec();
      return true;
    } catch (RuntimeException e) {
      return false;
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
