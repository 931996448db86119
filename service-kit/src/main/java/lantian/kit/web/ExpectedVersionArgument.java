package lantian.kit.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link ExpectedVersion} from {@code If-Match}. */
final class ExpectedVersionArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(ExpectedVersion.class);
  }

  @Override
  public ExpectedVersion resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var header = request.getHeader(HttpHeaders.IF_MATCH);
    if (header == null || header.isBlank()) {
      throw Problem.of(ProblemType.VERSION_REQUIRED, "kit.version-required");
    }
    var digits = header.strip().replaceFirst("^W/", "").replace("\"", "");
    try {
      return new ExpectedVersion(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      throw Problem.of(ProblemType.STALE_VERSION, "kit.version-unreadable", header);
    }
  }
}
