package lantian.testing.infrastructure;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;

/**
 * Containers of a run on this machine that was killed before it could remove them. A run that ends
 * removes its own.
 */
final class LeftOverContainers {
  /** The label that says which process a container belongs to. */
  static final String OWNER = "lantian.scenarios-of";

  private LeftOverContainers() {}

  static String thisProcess() {
    return owner(ProcessHandle.current());
  }

  static void remove(DockerClient client) {
    for (var container :
        client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(OWNER)).exec()) {
      if (isLeftOver(container)) {
        try {
          client
              .removeContainerCmd(container.getId())
              .withForce(true)
              .withRemoveVolumes(true)
              .exec();
        } catch (NotFoundException e) {
          // Another run has just removed it.
          continue;
        }
      }
    }
  }

  private static boolean isLeftOver(Container container) {
    var owner = Objects.requireNonNullElse(container.getLabels().get(OWNER), "");
    var parts = owner.split("/", 3);
    return parts.length == 3
        && parts[0].equals(machine())
        && ProcessHandle.of(Long.parseLong(parts[1]))
            .filter(process -> owner(process).equals(owner))
            .isEmpty();
  }

  /** Machine, process and its start: process numbers come back. */
  private static String owner(ProcessHandle process) {
    var start = process.info().startInstant().map(Object::toString).orElse("");
    return machine() + "/" + process.pid() + "/" + start;
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
