package lantian.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stands in the document: medians, spreads, ratios, and goals that are missed too. */
class WritingFiguresTest {

  private static final Sample OURS = new Sample(List.of(30_000.0, 10_000.0, 20_000.0));

  @Test
  void aFigureStandsWithItsSpreadAndItsRatioToEachPeer() {
    var table =
        FiguresTable.of(
            List.of(
                Figure.of("duties", OURS, Unit.PER_SECOND)
                    .against("COPY", Sample.of(80_000), Goal.atLeast(0.5))
                    .against("Flowable", Sample.of(4_000))));
    assertThat(table.lines())
        .contains(
            "| **duties** | **20,000/s** | 10,000/s to 30,000/s |  |  |",
            "| COPY | 80,000/s | once | 0.25 | ≥ 0.5: **not reached** |",
            "| Flowable | 4,000/s | once | 5.00 |  |");
  }

  @Test
  void aGoalThatIsReachedIsWrittenAsSuch() {
    assertThat(
            FiguresTable.of(
                List.of(
                    Figure.of("first receipt", Sample.of(50), Unit.MILLISECONDS)
                        .aimingAt(Goal.atMost(50)))))
        .contains("| **first receipt** | **50.0 ms** | once |  | ≤ 50 ms: reached |");
  }

  @Test
  void aPeerThatIsNotThereIsSaidToBeMissing() {
    assertThat(
            FiguresTable.of(
                List.of(
                    Figure.of("deliveries", OURS, Unit.PER_SECOND)
                        .againstNothing("Alertmanager: not installed", Goal.atLeast(1.5)))))
        .contains("| Alertmanager: not installed | n/a |  | n/a | ≥ 1.5: not known |");
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
    assertThat(new Sample(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
  }

  @Test
  void aQuantileIsAValueThatWasMeasured() {
    var hundred = new Sample(IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList());
    assertThat(hundred.quantile(0.5)).isEqualTo(50);
    assertThat(hundred.quantile(0.99)).isEqualTo(99);
    assertThat(hundred.quantile(1)).isEqualTo(100);
    assertThat(Sample.of(7).quantile(0.5)).isEqualTo(7);
  }

  @Test
  void onlyWhatStandsBetweenTheMarksIsReplaced() {
    var before =
        "a\n<!-- figures: duties -->\nold\n<!-- end -->\nb\n<!-- figures: chain -->\n<!-- end -->\n";
    assertThat(PerformanceDocument.replaced(before, "duties", "new\n"))
        .isEqualTo(
            "a\n<!-- figures: duties -->\nnew\n<!-- end -->\nb\n<!-- figures: chain -->\n<!-- end -->\n");
    assertThat(PerformanceDocument.replaced(before, "chain", "x\n"))
        .endsWith("<!-- figures: chain -->\nx\n<!-- end -->\n")
        .contains("old");
  }

  @Test
  void aBenchWithoutAPlaceInTheDocumentIsRefused() {
    assertThatThrownBy(() -> PerformanceDocument.replaced("nothing", "duties", "new"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("duties");
  }
}
