package lantian.console.drill.warning;

import java.util.List;
import java.util.Objects;
import lantian.console.drill.OpenDrill;
import lantian.console.drill.OpenDrills;
import lantian.console.page.ServiceAddresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks warning-service, with the reader's own token: drills are in no public list. */
@Component
class WarningServiceDrills implements OpenDrills {
  private static final Logger log = LoggerFactory.getLogger(WarningServiceDrills.class);

  private final RestClient warningService;

  WarningServiceDrills(RestClient.Builder client, ServiceAddresses addresses) {
    this.warningService = client.baseUrl(addresses.of("warning-service")).build();
  }

  private record Items<T>(List<T> items) {}

  @Override
  public Answer seenWith(String token) {
    try {
      var announced =
          read(
              "/api/v1/drills?open=true",
              token,
              new ParameterizedTypeReference<Items<OpenDrill.Announced>>() {});
      return new Answer.Seen(announced.stream().map(each -> drill(each, token)).toList());
    } catch (HttpClientErrorException e) {
      log.info("drills are not shown: {}", e.getStatusCode());
      return new Answer.Refused();
    } catch (RestClientException e) {
      log.warn("warning-service does not tell of drills: {}", e.toString());
      return new Answer.NoAnswer();
    }
  }

  private OpenDrill drill(OpenDrill.Announced announced, String token) {
    var address = "/api/v1/drills/" + announced.id();
    return new OpenDrill(
        announced,
        read(
            address + "/warnings",
            token,
            new ParameterizedTypeReference<Items<OpenDrill.Warning>>() {}),
        proposals(address + "/proposals", token));
  }

  /** Units are told when a warning is published, and see no proposals. */
  private List<OpenDrill.Proposal> proposals(String address, String token) {
    try {
      return read(address, token, new ParameterizedTypeReference<Items<OpenDrill.Proposal>>() {});
    } catch (HttpClientErrorException e) {
      if (e.getStatusCode() == HttpStatus.FORBIDDEN) {
        return List.of();
      }
      throw e;
    }
  }

  private <T> List<T> read(
      String address, String token, ParameterizedTypeReference<Items<T>> type) {
    return Objects.requireNonNull(
            warningService
                .get()
                .uri(address)
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .body(type))
        .items();
  }
}
