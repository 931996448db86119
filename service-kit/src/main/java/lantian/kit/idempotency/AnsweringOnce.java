package lantian.kit.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lantian.kit.crash.AnsweringRequests;
import lantian.kit.crash.CrashPoint;
import lantian.kit.security.EndpointRoles;
import lantian.kit.web.Problem;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Runs a request with an {@code Idempotency-Key} once. Its effect and its answer are committed
 * together, before the answer goes out: a caller who got none asks again with the same key and gets
 * the same answer, or has its request run if nothing was committed. An answer from 400 on is not
 * kept, and leaves nothing behind. What an answer shows once, a secret, is not kept either: the
 * repeat lacks it and says so.
 */
final class AnsweringOnce extends OncePerRequestFilter {
  static final String REPEATED = "Idempotent-Replayed";
  static final String WITHHELD = "Idempotent-Withheld";

  private final List<Keyed> keyed;
  private final KeptAnswers answers;
  private final TransactionTemplate transaction;
  private final HandlerExceptionResolver problems;

  AnsweringOnce(
      EndpointRoles table,
      KeptAnswers answers,
      TransactionTemplate transaction,
      HandlerExceptionResolver problems) {
    var patterns = PathPatternRequestMatcher.withDefaults();
    this.keyed =
        table.entries().stream()
            .filter(EndpointRoles.Entry::takesKey)
            .map(
                entry ->
                    new Keyed(patterns.matcher(entry.method(), entry.path()), entry.shownOnce()))
            .toList();
    this.answers = answers;
    this.transaction = transaction;
    this.problems = problems;
  }

  /** A request that takes a key, and what its answer shows once. */
  private record Keyed(PathPatternRequestMatcher pattern, Set<String> shownOnce) {}

  /** Carries what a controller threw out of the transaction. */
  private static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ServletException cause;

    Thrown(ServletException cause) {
      super(cause);
      this.cause = cause;
    }

    ServletException cause() {
      return cause;
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(KeyedRequest.HEADER) == null || keyedAs(request).isEmpty();
  }

  private Optional<Keyed> keyedAs(HttpServletRequest request) {
    return keyed.stream().filter(each -> each.pattern().matches(request)).findFirst();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var token = token();
    if (token.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      answer(request, response, chain, token.get());
    } catch (Problem | DataAccessException | TransactionException e) {
      response.reset();
      if (problems.resolveException(request, response, null, e) == null) {
        throw e;
      }
    }
  }

  private void answer(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, Jwt token)
      throws ServletException, IOException {
    KeyedRequest.keyOf(request);
    // Read before the transaction begins: a slow sender must not hold a connection.
    byte[] body;
    try {
      body = request.getInputStream().readAllBytes();
    } catch (IOException e) {
      if (e.getCause() instanceof SocketTimeoutException) {
        return; // The container has answered already: 408, with our page of errors.
      }
      throw e;
    }
    var shownOnce = keyedAs(request).map(Keyed::shownOnce).orElse(Set.of());
    var keyedRequest = KeyedRequest.of(request, token, body);
    var buffered = new ContentCachingResponseWrapper(response);
    Optional<KeptAnswer> before;
    try {
      before =
          transaction.execute(
              status -> {
                var repeated = answers.before(keyedRequest);
                if (repeated.isEmpty()) {
                  AnsweringRequests.committedLater(request);
                  run(chain, new ReadRequest(request, body), buffered);
                  if (isError(buffered)) {
                    status.setRollbackOnly();
                  } else {
                    answers.keep(keyedRequest, answerIn(buffered).without(shownOnce));
                    CrashPoint.ANSWER_STORED.reached();
                  }
                }
                return repeated;
              });
    } catch (Thrown e) {
      throw e.cause();
    }
    if (before.isPresent()) {
      repeat(before.get(), response);
    } else {
      if (!isError(buffered)) {
        CrashPoint.REQUEST_COMMITTED.reached();
      }
      buffered.copyBodyToResponse();
    }
  }

  private static void run(
      FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
    try {
      chain.doFilter(request, response);
    } catch (ServletException e) {
      throw new Thrown(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isError(HttpServletResponse response) {
    return response.getStatus() >= HttpStatus.BAD_REQUEST.value();
  }

  private static KeptAnswer answerIn(ContentCachingResponseWrapper response) {
    return new KeptAnswer(
        response.getStatus(),
        response.getContentType(),
        response.getHeader(HttpHeaders.LOCATION),
        response.getHeader(HttpHeaders.ETAG),
        response.getContentAsByteArray(),
        null);
  }

  private static void repeat(KeptAnswer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    response.setHeader(REPEATED, "true");
    if (answer.withheld() != null) {
      response.setHeader(WITHHELD, answer.withheld());
    }
    if (answer.contentType() != null) {
      response.setContentType(answer.contentType());
    }
    if (answer.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    if (answer.etag() != null) {
      response.setHeader(HttpHeaders.ETAG, answer.etag());
    }
    if (answer.body().length > 0) {
      response.setContentLength(answer.body().length);
      response.getOutputStream().write(answer.body());
    }
  }

  private static Optional<Jwt> token() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken authentication
        ? Optional.of(authentication.getToken())
        : Optional.empty();
  }
}
