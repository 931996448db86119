package lantian.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakingTurnsTest {

  @Test
  void roundsGoForwardsAndBackwardsAndTheFirstOnesDoNotCount() throws Exception {
    var order = new ArrayList<String>();
    var samples =
        new Turns(1, 2)
            .of(
                () -> {
                  order.add("ours");
                  return order.size();
                },
                () -> {
                  order.add("peer");
                  return order.size();
                });
    assertThat(order).containsExactly("ours", "peer", "peer", "ours", "ours", "peer");
    assertThat(samples.get(0).values()).isEqualTo(List.of(4.0, 5.0));
    assertThat(samples.get(1).values()).isEqualTo(List.of(3.0, 6.0));
  }
}
