package lantian.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever starts processes may be killed; they are not left behind. */
class GuardTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private ProcessHandle left = ProcessHandle.current();

  @AfterEach
  void tidyUp() {
    if (left.pid() != ProcessHandle.current().pid()) {
      left.destroyForcibly();
    }
  }

  /** Starts two processes under a guard, lets go of one that ended, and says the other's id. */
  static final class Starter {
    public static void main(String[] arguments) throws Exception {
      var guard = Guard.start();
      var brief = new ProcessBuilder("sleep", "0").start();
      guard.watch(brief.toHandle());
      brief.waitFor();
      var sleeper = new ProcessBuilder("sleep", "1000").start();
      guard.watch(sleeper.toHandle());
      System.out.println(sleeper.pid());
      new CountDownLatch(1).await();
    }
  }

  /** Not INT: whoever is started in the background of a shell does not take it. */
  @ParameterizedTest
  @ValueSource(strings = {"KILL", "TERM"})
  void aProcessEndsWithTheOneThatStartedItHoweverThatEnds(String signal) throws Exception {
    var starter = start();
    left = sleeperOf(starter);

    Signals.send(signal, List.of(starter.toHandle()));

    left.onExit().get(SOON.toMillis(), TimeUnit.MILLISECONDS);
    assertThat(left.isAlive()).isFalse();
  }

  @Test
  void oneThatIsStoppedAndCouldNotNoticeEndsToo() throws Exception {
    var starter = start();
    left = sleeperOf(starter);
    Signals.send("STOP", List.of(left));

    starter.destroyForcibly();

    left.onExit().get(SOON.toMillis(), TimeUnit.MILLISECONDS);
    assertThat(left.isAlive()).isFalse();
  }

  @Test
  void aGuardThatIsClosedLetsGo() throws Exception {
    var sleeper = new ProcessBuilder("sleep", "1000").start();
    left = sleeper.toHandle();
    var guard = Guard.start();
    guard.watch(left);

    guard.close();

    Waiting.until(SOON, () -> "the guard stays", () -> !guard.isAlive());
    assertThat(left.isAlive()).isTrue();
  }

  private static Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Starter.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static ProcessHandle sleeperOf(Process starter) throws IOException {
    var pid = starter.inputReader().readLine();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }
}
