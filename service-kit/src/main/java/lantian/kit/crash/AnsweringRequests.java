package lantian.kit.crash;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Passes {@link CrashPoint#REQUEST_COMMITTED} before any answer is written. */
@RestControllerAdvice
public final class AnsweringRequests implements ResponseBodyAdvice<Object> {

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
    if (!request.getURI().getPath().startsWith("/local/")) {
      CrashPoint.REQUEST_COMMITTED.reached();
    }
    return body;
  }
}
