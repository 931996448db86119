package lantian.local.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.local.platform.Tokens;

/** Forecasts that are posted once, whatever the answer is. */
record RawForecasts(String url, Tokens tokens) {

  /** A forecast of clean air, as of now. */
  static String clean(String place) {
    return """
        {"jurisdiction": "%s", "issuedAt": "%s", "source": "故障演练", "resolution": "DAILY",
         "points": [{"date": "%s", "aqiLow": 40, "aqiHigh": 60, "primaryPollutants": []}]}
        """
        .formatted(
            place,
            OffsetDateTime.now(ChinaTime.ZONE).minusSeconds(1),
            LocalDate.now(ChinaTime.ZONE));
  }

  HttpResponse<String> post(String place) {
    return post(place, UUID.randomUUID().toString(), clean(place));
  }

  HttpResponse<String> post(String place, String key, String body) {
    var token = tokens.of(new Tokens.Holder("monitoring", "monitoring-test", null, place));
    var request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/forecasts"))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
