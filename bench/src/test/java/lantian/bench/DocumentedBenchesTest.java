package lantian.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import lantian.bench.run.Bench;
import org.junit.jupiter.api.Test;

/** The document has a place for the figures of each bench, and of no other. */
class DocumentedBenchesTest {

  @Test
  void everyBenchHasItsPlaceInTheDocument() throws Exception {
    var document = Files.readString(Path.of("..", "docs", "performance.md"));
    assertThat(
            document
                .lines()
                .filter(line -> line.startsWith("<!-- figures: "))
                .map(line -> line.replaceAll("<!-- figures: (.*) -->", "$1")))
        .containsExactlyElementsOf(Benches.ALL.stream().map(Bench::name).toList());
  }
}
