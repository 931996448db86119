package lantian.warning.scene.web;

import static org.springframework.web.servlet.HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands a controller the {@link Scene} of the request: the drill that its address names, or live.
 * Nothing else says so, no field and no parameter that could be forgotten.
 */
final class SceneArgument implements HandlerMethodArgumentResolver {
  static final String DRILL = "drill";

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Scene.class);
  }

  @Override
  public Scene resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var variables =
        request.getAttribute(URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    return of(variables instanceof Map<?, ?> map ? map : Map.of());
  }

  static Scene of(Map<?, ?> variables) {
    var drill = variables.get(DRILL);
    return drill == null
        ? Scene.LIVE
        : new Scene(id(drill.toString()).orElseThrow(() -> unknown(drill)));
  }

  private static Problem unknown(Object drill) {
    return Problem.of(ProblemType.NOT_FOUND, "drill.unknown", drill);
  }

  /** Empty: it is none. */
  static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
