package lantian.testing.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A run that was killed leaves its containers; the next one on the machine removes them. */
class LeftOverContainersTest {

  @Test
  void containersOfADeadProcessGoAndThoseOfOthersStay() throws IOException {
    var own = LeftOverContainers.thisProcess();
    var anEarlierOneWithTheSameNumber =
        own.substring(0, own.lastIndexOf('/')) + "/2000-01-01T00:00:00Z";
    var onAnotherMachine = "elsewhere/" + anEarlierOneWithTheSameNumber.split("/", 2)[1];
    var containers =
        String.join(
            ",",
            container("own", own),
            container("dead", anEarlierOneWithTheSameNumber),
            container("distant", onAnotherMachine),
            container("strange", "?"));

    try (var engine = FakeEngine.withContainers("[" + containers + "]")) {
      LeftOverContainers.remove(engine.client());

      assertThat(engine.asked())
          .filteredOn(request -> request.startsWith("DELETE"))
          .containsExactly("DELETE /containers/dead");
    }
  }

  private static String container(String id, String owner) {
    return "{\"Id\": \"%s\", \"Labels\": {\"%s\": \"%s\"}}"
        .formatted(id, LeftOverContainers.OWNER, owner);
  }
}
