package lantian.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPlatformsTest {

  @TempDir private Path folder;
  private RunningPlatforms platforms;

  @BeforeEach
  void anEmptyFolder() {
    platforms = new RunningPlatforms(folder.resolve("running"));
  }

  @Test
  void whatRunsIsFoundByItsPortBase() {
    var self = self(18_080);
    platforms.add(self);

    assertThat(platforms.at(18_080)).contains(self);
    assertThat(platforms.at(18_090)).isEmpty();
  }

  @Test
  void theFolderMayHaveSpacesAndChineseLetters() {
    var self =
        RunningPlatform.thisProcess(
            new Ports(18_080), new DataFolder(folder.resolve("我的 数据=#!:\\x")));
    platforms.add(self);

    assertThat(platforms.at(18_080)).contains(self);
  }

  @Test
  void aProcessThatHasEndedIsNotFound() throws Exception {
    var process = new ProcessBuilder("sleep", "60").start();
    var startedAt = process.info().startInstant().orElseThrow();
    platforms.add(new RunningPlatform(18_080, process.pid(), startedAt, folder));
    assertThat(platforms.at(18_080)).isPresent();

    process.destroyForcibly().waitFor();

    assertThat(platforms.at(18_080)).isEmpty();
    assertThat(platforms.notedAt(18_080)).isPresent();
  }

  @Test
  void anotherProcessThatGotTheSameIdIsNotTakenForIt() {
    var self = self(18_080);
    platforms.add(
        new RunningPlatform(
            18_080, self.pid(), self.startedAt().minus(Duration.ofSeconds(10)), folder));

    assertThat(platforms.at(18_080)).isEmpty();
  }

  @Test
  void whatIsRemovedIsGone() {
    var self = self(18_080);
    platforms.add(self);
    platforms.remove(self);

    assertThat(platforms.at(18_080)).isEmpty();
  }

  @Test
  void aPlatformRemovesOnlyItself() {
    var self = self(18_080);
    platforms.add(self);
    platforms.remove(new RunningPlatform(18_080, 1, Instant.EPOCH, folder));

    assertThat(platforms.at(18_080)).contains(self);
  }

  @Test
  void aDamagedNoteNamesNothingThatMayBeStopped() throws IOException {
    Files.createDirectories(folder.resolve("running"));
    Files.writeString(folder.resolve("running").resolve("18080.properties"), "pid=1\nstartedAt=");

    assertThat(platforms.at(18_080)).isEmpty();
  }

  private RunningPlatform self(int portBase) {
    return RunningPlatform.thisProcess(new Ports(portBase), new DataFolder(folder));
  }
}
