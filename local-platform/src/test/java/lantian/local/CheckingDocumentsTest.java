package lantian.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code .ci/docs-check} says of the paths in one document, in a tree of its own; what it says
 * of all that such a small tree lacks is passed over.
 */
class CheckingDocumentsTest {
  private static final Path SCRIPT = Path.of("..", ".ci", "docs-check");

  @TempDir private Path tree;

  @BeforeEach
  void aTreeWithAModuleThatWasBuilt() throws Exception {
    Files.createDirectories(tree.resolve(".ci"));
    Files.copy(SCRIPT, tree.resolve(".ci/docs-check"));
    write("pom.xml", "<module>kit</module>\n");
    write(".gitignore", "target/\n/kit/secrets/\n");
    write("kit/src/main/java/A.java", "class A {}\n");
    write("kit/[a]*", "");
    write("kit/target/kit.jar", "");
  }

  @Test
  void inACheckoutAPathThatOnlyABuildMakesIsNone() throws Exception {
    write(
        "docs/a.md",
        """
        `kit/target`, `kit/target/kit.jar`, `kit/tar*`, [the jar](../kit/target/kit.jar), `kit/missing`
        """);
    git("init", "-q");
    git("add", "-A");

    assertThat(objections())
        .containsExactlyInAnyOrder(
            "there is no kit/target, but for what a build has made or nobody has added to git",
            "there is no kit/target/kit.jar, but for what a build has made or nobody has added to git",
            "there is no kit/tar*, but for what a build has made or nobody has added to git",
            "the link ../kit/target/kit.jar leads nowhere,"
                + " but for what a build has made or nobody has added to git",
            "there is no kit/missing");
  }

  @Test
  void inACheckoutFilesAndTheirFoldersAndPatternsOfThemAreThere() throws Exception {
    write(
        "docs/a.md",
        """
        `kit/src/main/java/A.java`, `kit/src`, `kit/src/`, `kit/*/main/*/*.java`, `kit/*`,
        [the folder](../kit/src/main), [itself](a.md#heading), [here](.), [the top](..), [odd](../kit/[a]*)
        """);
    git("init", "-q");
    git("add", "-A");

    assertThat(objections()).isEmpty();
  }

  @Test
  void whatNobodyHasAddedYetIsSaid() throws Exception {
    git("init", "-q");
    git("add", "-A");
    write("docs/a.md", "[the other](b.md)\n");
    write("docs/b.md", "");

    assertThat(objections())
        .containsExactly(
            "the link b.md leads nowhere, but for what a build has made or nobody has added to git");
  }

  @Test
  void aPlaceThatIsKeptOutOfGitByItsPathMayBeNamed() throws Exception {
    write(
        "docs/a.md",
        "`kit/secrets`, `kit/secrets/mail`, [there](../kit/secrets/), `kit/secrets-of-others`\n");
    git("init", "-q");
    git("add", "-A");

    assertThat(objections()).containsExactly("there is no kit/secrets-of-others");
  }

  @Test
  void withoutGitWhatIsThereIsThere() throws Exception {
    write("docs/a.md", "`kit/target/kit.jar`, [the jar](../kit/target/kit.jar), `kit/missing`\n");

    assertThat(objections()).containsExactly("there is no kit/missing");
  }

  /** What is said of the one document. */
  private List<String> objections() throws Exception {
    var document = "./docs/a.md: ";
    return run(".ci/docs-check")
        .lines()
        .filter(line -> line.startsWith(document))
        .map(line -> line.substring(document.length()))
        .toList();
  }

  private void git(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    run(command.toArray(String[]::new));
  }

  private String run(String... command) throws Exception {
    var builder = new ProcessBuilder(command).directory(tree.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    // A checkout further up is none of this tree.
    builder.environment().put("GIT_CEILING_DIRECTORIES", tree.resolve("..").normalize().toString());
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  private void write(String file, String text) throws IOException {
    var path = tree.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
