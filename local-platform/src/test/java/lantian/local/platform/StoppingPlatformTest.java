package lantian.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import lantian.local.postgres.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppingPlatformTest {

  @TempDir private Path folder;
  private RunningPlatforms platforms;

  @BeforeEach
  void noneIsNoted() {
    platforms = new RunningPlatforms(folder.resolve("running"));
  }

  @Test
  void itsProcessEndsAndItIsForgotten() throws Exception {
    var process = new ProcessBuilder("sleep", "60").start();
    var platform = noted(process);

    StoppingPlatform.stop(platform, platforms);

    assertThat(process.isAlive()).isFalse();
    assertThat(platforms.notedAt(18_080)).isEmpty();
  }

  @Test
  void aProcessThatGotTheIdLaterIsLeftAlone() throws Exception {
    var process = new ProcessBuilder("sleep", "60").start();
    try {
      var platform = new RunningPlatform(18_080, process.pid(), Instant.EPOCH, folder);

      StoppingPlatform.stop(platform, platforms);

      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void thePostgresOfAKilledPlatformIsStoppedUnlessAnotherPlatformHasItsFolder() throws Exception {
    var data = new DataFolder(folder);
    var ports = FreePorts.next();
    PostgresServer.start(
        data.postgres(),
        ports.of(PlatformPort.POSTGRES),
        RunningPlatforms.stateFolder().resolve("postgres-binaries"),
        data.secretFile("postgres"),
        data.logs().resolve("postgres.log"));
    var killed = new RunningPlatform(ports.base(), Long.MAX_VALUE, Instant.EPOCH, folder);
    var pidFile = data.postgres().resolve("postmaster.pid");

    try (var another = data.claim().acquiredBy()) {
      StoppingPlatform.stop(killed, platforms);
      assertThat(another.isOpen()).isTrue();
      assertThat(pidFile).exists();
    }
    StoppingPlatform.stop(killed, platforms);

    assertThat(pidFile).doesNotExist();
    ports.requireFree();
  }

  private RunningPlatform noted(Process process) {
    var platform =
        new RunningPlatform(
            18_080, process.pid(), process.info().startInstant().orElseThrow(), folder);
    platforms.add(platform);
    return platform;
  }
}
