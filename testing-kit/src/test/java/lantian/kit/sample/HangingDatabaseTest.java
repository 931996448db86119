package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.kit.security.Role;
import lantian.testing.BrokerAndDatabase;
import lantian.testing.Rest;
import lantian.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

class HangingDatabaseTest {
  @TempDir Path data;

  @Test
  void aServiceAnswersThatItIsNotReadyAndIsReadyWhenTheDatabaseGoesOn() throws Exception {
    try (var database = EmbeddedPostgres.builder().setDataDirectory(data).start();
        var service = startOn(database)) {
      var rest = new Rest(service.getEnvironment());
      assertThat(readiness(rest)).isEqualTo(200);
      await().atMost(Duration.ofSeconds(10)).until(() -> isKnown(rest));
      signal("STOP");
      try {
        var begun = System.nanoTime();
        assertThat(readiness(rest)).isEqualTo(503);
        assertThat(since(begun)).as("the first answer").isLessThan(Duration.ofSeconds(14));
        begun = System.nanoTime();
        var refused = rest.as(Role.OPERATOR).get("/api/v1/parked-records");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        assertThat(since(begun)).as("a request").isLessThan(Duration.ofSeconds(14));
        begun = System.nanoTime();
        assertThat(readiness(rest)).isEqualTo(503);
        assertThat(since(begun)).as("the next answer").isLessThan(Duration.ofSeconds(6));
        assertThat(rest.get("/actuator/health/liveness").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> !isKnown(rest));
        begun = System.nanoTime();
        assertThat(rest.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(since(begun)).as("a scrape").isLessThan(Duration.ofSeconds(1));
      } finally {
        signal("CONT");
      }
      var goesOn = System.nanoTime();
      await().atMost(Duration.ofSeconds(20)).until(() -> readiness(rest) == 200);
      service.getBean(SampleService.Changing.class).tell(Samples.aProposal(UUID.randomUUID()));
      assertThat(since(goesOn)).as("until it is used again").isLessThan(Duration.ofSeconds(10));
      await().atMost(Duration.ofSeconds(10)).until(() -> isKnown(rest));
    }
  }

  private static int readiness(Rest rest) {
    return rest.get("/actuator/health/readiness").status();
  }

  /** How many events wait: a number, or nothing. */
  private static boolean isKnown(Rest rest) {
    return rest.get("/actuator/prometheus")
        .body()
        .lines()
        .anyMatch(line -> line.startsWith("outbox_unsent{") && !line.endsWith(" NaN"));
  }

  private static ConfigurableApplicationContext startOn(EmbeddedPostgres database) {
    var url = database.getJdbcUrl("postgres", "postgres");
    return new SpringApplicationBuilder(SampleService.class, TestTokens.class)
        .profiles("local")
        .properties("spring.config.name=sample-service")
        .initializers(
            new BrokerAndDatabase(),
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("own", Map.of("lantian.db.url", url))))
        .run();
  }

  /** To the server and all its processes. */
  private void signal(String which) throws IOException, InterruptedException {
    var server = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    var command = new ArrayList<>(List.of("kill", "-" + which, Long.toString(server)));
    ProcessHandle.of(server).orElseThrow().descendants().forEach(p -> command.add("" + p.pid()));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
