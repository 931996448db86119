package lantian.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import lantian.kit.security.EndpointRoles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests by their outside, before anything is read, and counts the body while it is read.
 */
final class LimitingRequests extends OncePerRequestFilter {
  private static final String AS_IT_IS = "identity";

  /** The colon, the space and the end of the line. */
  private static final int AROUND_A_HEADER = 4;

  private final RequestLimits usual;
  private final List<Larger> larger;
  private final ProblemResponses problems;

  LimitingRequests(
      RequestLimits usual, List<EndpointRoles.Entry> table, ProblemResponses problems) {
    this.usual = usual;
    this.larger = table.stream().flatMap(entry -> Larger.of(entry, usual)).toList();
    this.problems = problems;
  }

  /** An address whose bodies may be larger than those of others. */
  private record Larger(PathPatternRequestMatcher pattern, RequestLimits limits) {
    static Stream<Larger> of(EndpointRoles.Entry entry, RequestLimits usual) {
      var largest = entry.largestBody();
      return largest == null
          ? Stream.empty()
          : Stream.of(
              new Larger(
                  PathPatternRequestMatcher.withDefaults().matcher(entry.method(), entry.path()),
                  usual.withBodiesUpTo(largest)));
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var limits = limitsOf(request);
    var objection = objectionTo(request, limits);
    if (objection == null) {
      chain.doFilter(new LimitedRequest(request, limits), response);
    } else {
      problems.write(objection, request, response);
    }
  }

  private RequestLimits limitsOf(HttpServletRequest request) {
    return larger.stream()
        .filter(each -> each.pattern().matches(request))
        .map(Larger::limits)
        .findFirst()
        .orElse(usual);
  }

  private static @Nullable Problem objectionTo(HttpServletRequest request, RequestLimits limits) {
    if (sizeOfHeaders(request) > limits.largestHeaders().toBytes()) {
      return Problem.of(
          ProblemType.HEADERS_TOO_LARGE,
          "kit.headers-too-large",
          limits.largestHeaders().toBytes());
    }
    for (var encoding : Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING))) {
      if (!encoding.equalsIgnoreCase(AS_IT_IS)) {
        return Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "kit.content-encoding", encoding);
      }
    }
    if (request.getContentLengthLong() > limits.largestBody().toBytes()) {
      return LimitedRequest.tooLarge(limits);
    }
    return nulIn(request.getQueryString());
  }

  /** PostgreSQL takes no text with U+0000, wherever it comes from. */
  private static @Nullable Problem nulIn(@Nullable String query) {
    if (query == null || !query.contains("%00")) {
      return null;
    }
    for (var parameter : query.split("&", -1)) {
      if (parameter.contains("%00")) {
        var name = parameter.split("=", 2)[0];
        return Problem.invalid(FieldError.at("?" + name, "control-character", "U+0000"));
      }
    }
    throw new AssertionError("no parameter holds it: " + query);
  }

  private static long sizeOfHeaders(HttpServletRequest request) {
    var size = 0L;
    for (var name : Collections.list(request.getHeaderNames())) {
      for (var value : Collections.list(request.getHeaders(name))) {
        size += name.length() + value.length() + AROUND_A_HEADER;
      }
    }
    return size;
  }
}
