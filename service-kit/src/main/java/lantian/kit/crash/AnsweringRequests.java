package lantian.kit.crash;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Passes {@link CrashPoint#REQUEST_COMMITTED} before any answer is written; where the answer is
 * part of what is committed, that is left to whoever commits.
 */
@RestControllerAdvice
public final class AnsweringRequests implements ResponseBodyAdvice<Object> {

  private static final String COMMITTED_LATER = AnsweringRequests.class.getName() + ".later";

  /** From here on it is the commit after the answer that counts. */
  public static void committedLater(HttpServletRequest request) {
    request.setAttribute(COMMITTED_LATER, true);
  }

  @Override
  public boolean supports(
      MethodParameter result, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter result,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    var later =
        request instanceof ServletServerHttpRequest servlet
            && servlet.getServletRequest().getAttribute(COMMITTED_LATER) != null;
    if (!later && !request.getURI().getPath().startsWith("/local/")) {
      CrashPoint.REQUEST_COMMITTED.reached();
    }
    return body;
  }
}
