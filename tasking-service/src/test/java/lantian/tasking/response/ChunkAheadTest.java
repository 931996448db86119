package lantian.tasking.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is made ahead saves time, and is never missed. */
@Timeout(30)
class ChunkAheadTest {
  private final List<String> makers = new CopyOnWriteArrayList<>();
  private final ChunkAhead<Integer, String> chunks =
      new ChunkAhead<>(
          place -> {
            makers.add(Thread.currentThread().getName());
            return "chunk " + place;
          });

  @Test
  void whatWasMadeAheadIsHandedOutOnce() {
    chunks.begin(500);
    assertThat(chunks.chunk(500)).isEqualTo("chunk 500");
    assertThat(makers).containsExactly(ChunkAhead.THREAD);

    assertThat(chunks.chunk(500)).isEqualTo("chunk 500");
    assertThat(makers).containsExactly(ChunkAhead.THREAD, Thread.currentThread().getName());
  }

  @Test
  void whatWasMadeForAnotherPlaceIsNotHandedOut() {
    chunks.begin(500);
    assertThat(chunks.chunk(1000)).isEqualTo("chunk 1000");
  }

  @Test
  void aWriterWaitsForWhatIsBeingMade() throws Exception {
    var begun = new AtomicInteger();
    var asked = new CountDownLatch(1);
    var slow =
        new ChunkAhead<Integer, Boolean>(
            _ -> {
              begun.incrementAndGet();
              try {
                return asked.await(20, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    slow.begin(500);
    var writer = new FutureTask<>(() -> slow.chunk(500));
    Thread.ofVirtual().start(writer);
    asked.countDown();
    assertThat(writer.get()).isTrue();
    assertThat(begun).hasValue(1);
  }

  @Test
  void whatFailedAheadFailsForItsWriterOrIsWholeByThen() {
    var broken = new CountDownLatch(2);
    var failing =
        new ChunkAhead<Integer, String>(
            place -> {
              broken.countDown();
              if (broken.getCount() > 0) {
                throw new StackOverflowError("ahead");
              }
              return "chunk " + place;
            });
    failing.begin(500);
    assertThat(failing.chunk(500)).isEqualTo("chunk 500");

    var bug =
        new ChunkAhead<Integer, String>(
            place -> {
              throw new IllegalStateException("a bug at " + place);
            });
    bug.begin(500);
    assertThatThrownBy(() -> bug.chunk(500)).hasMessage("a bug at 500");
  }
}
