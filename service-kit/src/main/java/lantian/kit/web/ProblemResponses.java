package lantian.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem documents (RFC 9457) in the reader's language. */
public final class ProblemResponses {
  private static final Logger log = LoggerFactory.getLogger(ProblemResponses.class);

  private final MessageSource messages;
  private final JsonMapper json;

  public ProblemResponses(MessageSource messages, JsonMapper json) {
    this.messages = messages;
    this.json = json;
  }

  ResponseEntity<Map<String, Object>> of(Problem problem, HttpServletRequest request) {
    var response = ResponseEntity.status(problem.type().status());
    headersOf(problem).forEach(response::header);
    var locale = Languages.of(request);
    return response
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
        .body(document(problem, request, locale));
  }

  /** 401, for the security filters; 503 where nobody can say whether the token is good. */
  public void unauthenticated(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (why instanceof AuthenticationServiceException) {
      log.warn("a token could not be checked: {}", String.valueOf(why.getMessage()));
      write(Problem.of(ProblemType.UNAVAILABLE, "kit.issuer-unavailable"), request, response);
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(Problem.of(ProblemType.UNAUTHENTICATED, "kit.unauthenticated"), request, response);
  }

  /** 403, for the security filters. */
  public void forbidden(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    write(Problem.of(ProblemType.FORBIDDEN, "kit.role"), request, response);
  }

  /** 400, for the firewall in front of the security filters. */
  public void rejected(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
      throws IOException {
    write(Problem.of(ProblemType.UNREADABLE, "kit.request-unreadable"), request, response);
  }

  void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var locale = Languages.of(request);
    response.setStatus(problem.type().status().value());
    headersOf(problem).forEach(response::setHeader);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
    json.writeValue(response.getOutputStream(), document(problem, request, locale));
  }

  private static Map<String, String> headersOf(Problem problem) {
    return switch (problem.type()) {
      // RFC 9470: the client asks its issuer for a newer sign-in.
      case SIGN_IN_AGAIN ->
          Map.of(
              HttpHeaders.WWW_AUTHENTICATE,
              "Bearer error=\"insufficient_user_authentication\","
                  + " error_description=\"a more recent sign-in is needed\", max_age="
                  + problem.arguments().getLast());
      case UNAVAILABLE -> Map.of(HttpHeaders.RETRY_AFTER, "2");
      case KEY_IN_USE -> Map.of(HttpHeaders.RETRY_AFTER, "1");
      case UNSUPPORTED_MEDIA_TYPE -> Map.of(HttpHeaders.ACCEPT_ENCODING, "identity");
      // What is left of the body is not worth reading: the next request needs a new connection.
      case TOO_LARGE, TOO_SLOW -> Map.of(HttpHeaders.CONNECTION, "close");
      default -> Map.of();
    };
  }

  private Map<String, Object> document(Problem problem, HttpServletRequest request, Locale locale) {
    var document = new LinkedHashMap<String, Object>();
    document.put("type", problem.type().uri());
    document.put("title", text(problem.type().titleCode(), List.of(), locale));
    document.put("status", problem.type().status().value());
    document.put("detail", text(problem.messageCode(), problem.arguments(), locale));
    document.put("instance", ShownPath.of(request));
    document.put(
        "errors",
        problem.errors().stream()
            .map(
                error ->
                    Map.of(
                        "pointer", error.pointer(),
                        "code", error.code(),
                        "detail", text("error." + error.code(), error.arguments(), locale)))
            .toList());
    return document;
  }

  private String text(String code, List<Object> arguments, Locale locale) {
    // A text that is missing must not turn the answer into another error.
    return Objects.requireNonNullElse(
        messages.getMessage(code, arguments.toArray(), code, locale), code);
  }
}
