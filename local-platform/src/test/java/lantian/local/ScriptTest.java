package lantian.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script alone: in a tree of its own, with a JDK and a Maven that only say how they were
 * called.
 */
class ScriptTest {

  private static final Path SCRIPT = Path.of("..", "lantian");
  private static final String JAR = "local-platform/target/local-platform-0.1.0-SNAPSHOT.jar";

  @TempDir private Path folder;
  private Path tree;
  private Path jdk;
  private Path bin;

  @BeforeEach
  void aBuiltTreeInAFolderWithSpaces() throws IOException {
    tree = Files.createDirectories(folder.resolve("蓝天 tree"));
    Files.copy(SCRIPT, tree.resolve("lantian"));
    executable(tree.resolve("lantian"));
    write(tree.resolve("pom.xml"), "<project/>");
    write(tree.resolve("warning-service/src/main/java/A.java"), "class A {}");
    write(tree.resolve(JAR), "");
    Files.createDirectories(tree.resolve("local-platform/target/lib"));
    jdk = aJdk("jdk 25", "25.0.1");
    bin = Files.createDirectories(folder.resolve("bin"));
    says(bin.resolve("mvn"), "maven");
  }

  @Test
  void aBuiltTreeIsStartedAtOnceWithAllArgumentsAsTheyAre() throws Exception {
    var run = lantian(tree.resolve("lantian"), "up", "--data", "my data", "*");

    assertThat(run.code).isZero();
    assertThat(run.output)
        .contains("java <@" + tree + "/local-platform/jvm.options>")
        .contains("<-jar> <" + tree + "/" + JAR + "> <up> <--data> <my data> <*>")
        .doesNotContain("maven");
  }

  @Test
  void itFindsItsTreeThroughSymbolicLinks() throws Exception {
    var first = Files.createSymbolicLink(folder.resolve("first link"), tree.resolve("lantian"));
    var second = Files.createSymbolicLink(folder.resolve("second"), first.getFileName());

    assertThat(lantian(second, "down").output).contains("<" + tree + "/" + JAR + "> <down>");
  }

  @Test
  void whatIsNotBuiltIsBuiltFirst() throws Exception {
    Files.delete(tree.resolve(JAR));

    assertThat(lantian(tree.resolve("lantian"), "up").output)
        .contains("正在构建", "Building")
        .containsSubsequence("maven", "<package>", "java", "<up>");
  }

  @Test
  void aSourceThatIsNewerThanTheBuildIsBuilt() throws Exception {
    Files.setLastModifiedTime(
        tree.resolve("warning-service/src/main/java/A.java"),
        FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(lantian(tree.resolve("lantian"), "up").output)
        .containsSubsequence("maven", "<package>", "java", "<up>");
  }

  @Test
  void aBuildThatFailsStartsNothing() throws Exception {
    Files.delete(tree.resolve(JAR));
    write(bin.resolve("mvn"), "#!/bin/sh\nexit 1\n");

    var run = lantian(tree.resolve("lantian"), "up");

    assertThat(run.code).isEqualTo(1);
    assertThat(run.output).contains("构建失败", "The build failed").doesNotContain("java <");
  }

  @Test
  void testIsMavensVerifyOnTheJdkThatWasFound() throws Exception {
    var run = lantian(tree.resolve("lantian"), "test", "-pl", "console");

    assertThat(run.output).contains("maven <verify> <-pl> <console>", "JAVA_HOME=" + jdk);
  }

  @Test
  void testsOfWhatStandsBuiltCompileNothingAnew() throws Exception {
    var run = lantian(tree.resolve("lantian"), "test-built", "-pl", "console");

    assertThat(run.output)
        .contains("<-Dmaven.main.skip>", "<compile> <surefire:test> <-pl> <console>")
        .doesNotContain("<verify>", "<package>", "java <");
  }

  @Test
  void benchesAreBuiltAndStartedByThemselves() throws Exception {
    Files.createDirectories(tree.resolve("bench/target"));

    var run = lantian(tree.resolve("lantian"), "bench", "--only", "duties");

    assertThat(run.output)
        .containsSubsequence("maven", "<-pl> <bench>", "<package>")
        .contains("<@" + tree + "/bench/jvm.options>", "<-Dlantian.home=" + tree + ">")
        .contains("/bench/target/bench-0.1.0-SNAPSHOT.jar> <--only> <duties>");
  }

  @Test
  void aChangedBenchBuildsNoPlatform() throws Exception {
    write(tree.resolve("bench/src/main/java/B.java"), "class B {}");
    Files.setLastModifiedTime(
        tree.resolve("bench/src/main/java/B.java"), FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(lantian(tree.resolve("lantian"), "up").output).doesNotContain("maven");
  }

  @Test
  void aJdkThatIsTooOldIsRefusedWithWhatToDo() throws Exception {
    jdk = aJdk("old", "21.0.2");

    var run = lantian(tree.resolve("lantian"), "up");

    assertThat(run.code).isEqualTo(1);
    assertThat(run.output).contains("不是 JDK 25 或更高版本", "is not a JDK 25 or newer");
  }

  @Test
  void aRuntimeWithoutACompilerIsNoJdk() throws Exception {
    Files.delete(jdk.resolve("bin/javac"));

    assertThat(lantian(tree.resolve("lantian"), "up").code).isEqualTo(1);
  }

  private record Run(int code, String output) {}

  private Run lantian(Path script, String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(script.toString());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(Map.of("LANTIAN_JAVA_HOME", jdk.toString(), "LC_ALL", "C.UTF-8"));
    builder.environment().compute("PATH", (name, path) -> bin + ":" + path);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), output);
  }

  private Path aJdk(String name, String version) throws IOException {
    var home = folder.resolve(name);
    write(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    says(home.resolve("bin/java"), "java");
    says(home.resolve("bin/javac"), "javac");
    return home;
  }

  /** A program that prints its name, its arguments and its JAVA_HOME. */
  private static void says(Path program, String name) throws IOException {
    write(
        program,
        """
        #!/bin/sh
        printf '%s' NAME
        for argument in "$@"; do printf ' <%s>' "$argument"; done
        printf '\\nJAVA_HOME=%s\\n' "$JAVA_HOME"
        """
            .replace("NAME", name));
    executable(program);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
