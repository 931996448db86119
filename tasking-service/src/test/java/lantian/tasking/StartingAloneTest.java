package lantian.tasking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import lantian.testing.BrokerAndDatabase;
import org.junit.jupiter.api.Test;

/** The service as its main method starts it, with nothing beside it but a broker and a database. */
class StartingAloneTest {

  @Test
  void itIsHealthyAndDescribesItself() throws Exception {
    try (var service =
        TaskingService.application()
            .run(
                "--server.port=0",
                "--lantian.kafka=" + BrokerAndDatabase.bootstrapServers(),
                "--lantian.db.url=" + BrokerAndDatabase.newDatabase(),
                "--lantian.db.user=postgres",
                "--lantian.issuer-uri=http://127.0.0.1:1",
                "--lantian.instance-id=alone")) {
      var port = service.getEnvironment().getProperty("local.server.port");

      var health = get("http://127.0.0.1:" + port + "/actuator/health/readiness");
      assertThat(health.body()).contains("\"UP\"");
      assertThat(health.statusCode()).isEqualTo(200);
      var description = get("http://127.0.0.1:" + port + "/v3/api-docs");
      assertThat(description.statusCode()).isEqualTo(200);
      assertThat(description.body())
          .contains(
              "/api/v1/duties/{id}/complete", "/api/v1/units", "/api/v1/plans/{jurisdiction}");
      // Without the local profile nobody moves the clock.
      assertThat(service.containsBean("localClockController")).isFalse();
      assertThat(get("http://127.0.0.1:" + port + "/api/v1/duties").statusCode()).isEqualTo(401);
    }
  }

  private static HttpResponse<String> get(String address) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
