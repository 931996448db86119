package lantian.console.approval.warning;

import java.util.Collections;
import java.util.Objects;
import lantian.console.approval.Decision;
import lantian.console.approval.Proposal;
import lantian.console.approval.Reader;
import lantian.console.page.ServiceAddresses;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Single calls of warning-service, in the reader's name and language. */
@Component
class WarningServiceCalls {
  private final RestClient warningService;

  WarningServiceCalls(RestClient.Builder client, ServiceAddresses addresses) {
    this.warningService = client.baseUrl(addresses.of("warning-service")).build();
  }

  <T> T get(String address, Reader reader, ParameterizedTypeReference<T> type) {
    return Objects.requireNonNull(
        warningService
            .get()
            .uri(address)
            .headers(headers -> of(reader, headers))
            .retrieve()
            .body(type));
  }

  Proposal decide(String address, Decision decision, Reader reader) {
    return Objects.requireNonNull(
        warningService
            .post()
            .uri(address)
            .headers(headers -> of(reader, headers))
            .header(HttpHeaders.IF_MATCH, "\"" + decision.version() + "\"")
            .header("Idempotency-Key", decision.key())
            .contentType(MediaType.APPLICATION_JSON)
            .body(
                decision.reason() == null
                    ? Collections.emptyMap()
                    : Collections.singletonMap("reason", decision.reason()))
            .retrieve()
            .body(Proposal.class));
  }

  private static void of(Reader reader, HttpHeaders headers) {
    headers.setBearerAuth(reader.token());
    headers.setAcceptLanguageAsLocales(Collections.singletonList(reader.language()));
  }
}
