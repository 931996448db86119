package lantian.warning.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import lantian.events.Text;
import org.junit.jupiter.api.Test;

/** Places a, b, c, d in a row, and e beside nobody. */
class RegionTest {
  private final Region row =
      region(List.of(List.of("a", "b"), List.of("c", "b"), List.of("c", "d")));

  @Test
  void placesSideBySideHangTogetherWhicheverWayThePairIsWritten() {
    assertThat(row.parts(Set.of("a", "b", "c"))).containsExactly(Set.of("a", "b", "c"));
  }

  @Test
  void aGapTakesThemApartAndTheLargestComesFirst() {
    assertThat(row.parts(Set.of("a", "c", "d", "e")))
        .containsExactly(Set.of("c", "d"), Set.of("a"), Set.of("e"));
  }

  @Test
  void whatIsNotOfTheRegionDoesNotCount() {
    assertThat(row.parts(Set.of("x"))).isEmpty();
  }

  @Test
  void aRegionThatDoesNotHoldTogetherIsRefused() {
    assertThatThrownBy(() -> region(List.of(List.of("a", "x")))).hasMessageContaining("neighbours");
    assertThatThrownBy(() -> region(List.of(List.of("a", "a")))).hasMessageContaining("neighbours");
    assertThatThrownBy(() -> region(List.of(List.of("a")))).hasMessageContaining("neighbours");
  }

  private static Region region(List<List<String>> neighbours) {
    return new Region(
        "row", new Text("列", "row"), 3, 1, List.of("a", "b", "c", "d", "e"), neighbours);
  }
}
