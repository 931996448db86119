package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import lantian.events.Topics;
import lantian.local.process.ChaosProxy.Mode;
import lantian.local.process.Waiting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("F12: the broker has an event, and its answer is lost")
@Tag("faults")
class LostAnswersTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  @Test
  void theEventHasItsEffectOnceWhenTheConnectionIsCutBeforeTheAnswer() {
    platform.booksBalance();
    var proxy = platform.exercise().proxy();
    try (var topic = new TopicReader(platform.brokerAddress(), Topics.WARNINGS)) {
      long before = topic.end();
      proxy.become(Mode.SWALLOW_ANSWERS);

      var change = platform.change("652300");
      Waiting.until(LONG, () -> "the broker has nothing", () -> topic.end() > before);
      proxy.cutConnections();
      proxy.become(Mode.PASS);

      platform.booksBalance();
      var events = topic.idsOf(change.warning().toString());
      assertThat(platform.sentEvents("warning", change.warning()))
          .as("each event once in the outbox, in order of its sending")
          .doesNotHaveDuplicates()
          .isEqualTo(firstOfEach(events));
    }
  }

  @Test
  void nothingIsLostWhenTheNetworkToTheBrokerIsABlackHoleForAWhile() {
    platform.booksBalance();
    var proxy = platform.exercise().proxy();
    proxy.become(Mode.BLACK_HOLE);
    platform.change("652300");
    platform.change("150822");
    var began = System.nanoTime();
    Waiting.until(
        LONG, () -> "never", () -> System.nanoTime() - began > Duration.ofSeconds(12).toNanos());
    proxy.cutConnections();
    proxy.become(Mode.PASS);

    platform.booksBalance();
  }

  private static List<String> firstOfEach(List<String> events) {
    return events.stream().distinct().toList();
  }
}
