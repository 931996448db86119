package lantian.console.approval.warning;

import java.util.List;
import java.util.Optional;
import lantian.console.approval.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** A problem document as it comes. */
record ProblemDocument(
    @Nullable String title, @Nullable String detail, @Nullable List<Answer.Fault> errors) {
  private static final String FRESH_SIGN_IN = "insufficient_user_authentication";

  /** Empty where no service of ours has answered, but something in between. */
  static Optional<Answer.Problem> of(RestClientResponseException answer) {
    HttpHeaders headers = answer.getResponseHeaders();
    if (headers == null
        || !MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(headers.getContentType())) {
      return Optional.empty();
    }
    String challenge = headers.getFirst(HttpHeaders.WWW_AUTHENTICATE);
    try {
      var document = answer.getResponseBodyAs(ProblemDocument.class);
      return document == null
          ? Optional.empty()
          : Optional.of(
              new Answer.Problem(
                  answer.getStatusCode().value(),
                  document.title(),
                  document.detail(),
                  document.errors() == null ? List.of() : document.errors(),
                  challenge != null && challenge.contains(FRESH_SIGN_IN)));
    } catch (RestClientException e) {
      return Optional.empty();
    }
  }
}
