package lantian.testing.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.images.PullPolicy;
import org.testcontainers.utility.DockerImageName;

class ChoosingInfrastructureTest {
  private static final List<String> KAFKA = List.of("apache/kafka:4", "own/kafka:4");
  private static final List<String> POSTGRES = List.of("postgres:17", "own/postgres:17");

  /** Nobody listens on port 1. */
  private static final ContainerEngine NO_ENGINE =
      new ContainerEngine(() -> FakeEngine.clientOf(1));

  private static final ContainerEngine NOT_TO_BE_ASKED =
      new ContainerEngine(
          () -> {
            throw new AssertionError("somebody looked for an engine");
          });

  private static Settings settings(Settings.Mode mode) {
    return new Settings(mode, KAFKA, POSTGRES);
  }

  @Test
  void autoWithoutAnEngineIsEmbeddedAndSaysSo() {
    var choice = Choice.of(settings(Settings.Mode.AUTO), NO_ENGINE);

    assertThat(choice.infrastructure()).isInstanceOf(EmbeddedInfrastructure.class);
    assertThat(choice.line())
        .startsWith("embedded (没有可用的 Docker 引擎 / ")
        .contains("no Docker engine that can be used: ", "Connection refused");
  }

  @Test
  void containersWithoutAnEngineIsAFailureInBothLanguages() {
    assertThatThrownBy(() -> Choice.of(settings(Settings.Mode.CONTAINERS), NO_ENGINE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("但没有可用的 Docker 引擎：")
        .hasMessageContaining("。请启动引擎，或改用 auto 或 embedded")
        .hasMessageContaining("but there is no Docker engine that can be used: ")
        .hasMessageContaining(". Start one, or say auto or embedded")
        .hasRootCauseInstanceOf(ConnectException.class);
  }

  @Test
  void autoTakesTheFirstImagesThatAreHere() throws IOException {
    try (var engine = FakeEngine.withImages("own/kafka:4", "postgres:17", "own/postgres:17")) {
      var choice = Choice.of(settings(Settings.Mode.AUTO), asking(engine));

      assertThat(choice.infrastructure())
          .isEqualTo(new ContainerInfrastructure("own/kafka:4", "postgres:17"));
      assertThat(choice.line()).isEqualTo("containers (own/kafka:4, postgres:17)");
    }
  }

  @Test
  void autoIsEmbeddedWhereAnImageIsMissingAndPullsNothing() throws IOException {
    try (var engine = FakeEngine.withImages("postgres:17")) {
      var choice = Choice.of(settings(Settings.Mode.AUTO), asking(engine));

      assertThat(choice.infrastructure()).isInstanceOf(EmbeddedInfrastructure.class);
      assertThat(choice.line())
          .isEqualTo(
              "embedded (Docker 引擎中没有镜像 apache/kafka:4, own/kafka:4"
                  + " / the Docker engine has none of the images apache/kafka:4, own/kafka:4)");
      assertThat(engine.asked()).noneMatch(request -> request.startsWith("POST"));
    }
    try (var engine = FakeEngine.withImages("own/kafka:4")) {
      assertThat(Choice.of(settings(Settings.Mode.AUTO), asking(engine)).line())
          .contains("none of the images postgres:17, own/postgres:17");
    }
  }

  @Test
  void containersLeaveAMissingImageToBePulled() throws IOException {
    try (var engine = FakeEngine.withImages("own/postgres:17")) {
      assertThat(Choice.of(settings(Settings.Mode.CONTAINERS), asking(engine)).infrastructure())
          .isEqualTo(new ContainerInfrastructure("apache/kafka:4", "own/postgres:17"));
    }
  }

  @Test
  void embeddedNeverLooksForAnEngine() {
    assertThat(Choice.of(settings(Settings.Mode.EMBEDDED), NOT_TO_BE_ASKED).line())
        .isEqualTo("embedded (按设置要求 / as asked for)");
  }

  @Test
  void autoIsEmbeddedWhereTheEngineIsOfNoUse() {
    var refusing =
        new ContainerEngine(
            () -> {
              throw new IllegalStateException("No such image: ryuk\nand more");
            });

    assertThat(Choice.of(settings(Settings.Mode.AUTO), refusing).line())
        .isEqualTo(
            "embedded (没有可用的 Docker 引擎"
                + " / no Docker engine that can be used: No such image: ryuk)");
  }

  @ParameterizedTest
  @EnumSource(
      value = Settings.Mode.class,
      names = {"AUTO", "EMBEDDED"})
  void nothingIsPulledUnlessContainersWereAskedFor(Settings.Mode mode) {
    assertThat(new PullWhenAsked(mode).shouldPull(DockerImageName.parse("apache/kafka:4")))
        .isFalse();
    assertThat(PullPolicy.defaultPolicy())
        .as("what Testcontainers asks before it pulls")
        .isInstanceOf(PullWhenAsked.class);
  }

  @Test
  void withoutSettingsItIsAutoWithTheBrokerOfTheClientsVersion() {
    var settings = Settings.read(name -> null, name -> null);

    assertThat(settings.mode()).isEqualTo(Settings.Mode.AUTO);
    assertThat(settings.kafkaImages())
        .containsExactly(
            "apache/kafka:" + AppInfoParser.getVersion(),
            "lantian/kafka:" + AppInfoParser.getVersion());
    assertThat(settings.postgresImages()).containsExactly("postgres:17", "lantian/postgres:17");
  }

  @Test
  void aPropertyGoesBeforeAVariableAndAnEmptyOneIsNone() {
    var environment =
        Map.of(
            "LANTIAN_TEST_INFRASTRUCTURE", "containers",
            "LANTIAN_TEST_INFRASTRUCTURE_KAFKA_IMAGES", " a:1 , b:2 ",
            "LANTIAN_TEST_INFRASTRUCTURE_POSTGRES_IMAGES", " ");

    var settings =
        Settings.read(Map.of("lantian.infrastructure", "Embedded")::get, environment::get);

    assertThat(settings.mode()).isEqualTo(Settings.Mode.EMBEDDED);
    assertThat(settings.kafkaImages()).containsExactly("a:1", "b:2");
    assertThat(settings.postgresImages()).first().isEqualTo("postgres:17");
    assertThat(Settings.read(Map.of("lantian.infrastructure", "")::get, environment::get).mode())
        .isEqualTo(Settings.Mode.CONTAINERS);
  }

  @Test
  void anotherWordIsRefusedInBothLanguages() {
    assertThatThrownBy(
            () -> Settings.read(Map.of("lantian.infrastructure", "docker")::get, name -> null))
        .hasMessage(
            "lantian.infrastructure=docker：应为 auto、embedded 或 containers\n"
                + "lantian.infrastructure=docker: it is auto, embedded or containers");
  }

  @ParameterizedTest
  @EnumSource(Settings.Mode.class)
  void everyWordIsUnderstood(Settings.Mode mode) {
    assertThat(
            Settings.read(Map.of("lantian.infrastructure", mode.name())::get, name -> null).mode())
        .isEqualTo(mode);
  }

  @Test
  void theRunSaysItsLineAndLeavesItUnderTarget(@TempDir Path target) {
    var console = new ByteArrayOutputStream();

    Choice.of(settings(Settings.Mode.EMBEDDED), NOT_TO_BE_ASKED)
        .announce(new PrintStream(console, true, StandardCharsets.UTF_8), target);

    var line = "embedded (按设置要求 / as asked for)";
    assertThat(console.toString(StandardCharsets.UTF_8).strip()).isEqualTo("scenarios on: " + line);
    assertThat(target.resolve("scenarios-on")).content().isEqualTo(line + "\n");
  }

  private static ContainerEngine asking(FakeEngine engine) {
    return new ContainerEngine(engine::client);
  }
}
