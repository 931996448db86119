package lantian.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import lantian.testing.BrokerAndDatabase;
import org.junit.jupiter.api.Test;

/**
 * The service as its main method starts it, with nothing beside it but a database: without a broker
 * it is ready all the same, and events wait in the outbox.
 */
class StartingAloneTest {

  @Test
  void itIsReadyWithoutABrokerAndDescribesItself() throws Exception {
    try (var service =
        WarningService.application()
            .run(
                "--server.port=0",
                "--lantian.kafka=127.0.0.1:1",
                "--lantian.db.url=" + BrokerAndDatabase.newDatabase(),
                "--lantian.db.user=postgres",
                "--lantian.issuer-uri=http://127.0.0.1:1",
                "--lantian.instance-id=alone",
                "--lantian.warning.signing.key=" + SigningKeys.fresh())) {
      var address = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
      assertThat(get(address + "/actuator/health/readiness").body()).contains("\"UP\"");
      assertThat(get(address + "/public/warnings").body()).contains("昌吉州", "NONE");
      assertThat(get(address + "/v3/api-docs").body())
          .contains("/api/v1/forecasts", "/api/v1/proposals/{id}/approve", "/public/warnings");
      assertThat(get(address + "/api/v1/warnings").statusCode()).isEqualTo(401);
      // Without the local profile nobody moves the clock.
      assertThat(service.containsBean("localClockController")).isFalse();
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
