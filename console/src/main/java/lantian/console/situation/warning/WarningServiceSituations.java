package lantian.console.situation.warning;

import java.util.Optional;
import lantian.console.page.ServiceAddresses;
import lantian.console.situation.Situation;
import lantian.console.situation.Situations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks warning-service's public interface. */
@Component
class WarningServiceSituations implements Situations {

  private static final Logger log = LoggerFactory.getLogger(WarningServiceSituations.class);

  private final RestClient warningService;

  WarningServiceSituations(RestClient.Builder client, ServiceAddresses addresses) {
    this.warningService = client.baseUrl(addresses.of("warning-service")).build();
  }

  @Override
  public Optional<Situation> now() {
    try {
      return Optional.ofNullable(
          warningService.get().uri("/public/warnings").retrieve().body(Situation.class));
    } catch (RestClientException e) {
      log.warn("warning-service does not tell the situation: {}", e.toString());
      return Optional.empty();
    }
  }
}
