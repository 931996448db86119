package lantian.testing;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What the description of a running service ({@code /v3/api-docs}) says of each endpoint: every
 * controller has a {@code @Tag}, every endpoint an {@code @Operation} with a summary, in Chinese
 * and in English. {@code EndpointDescriptions.mustBeWhole(context)} fails with what is missing.
 */
public final class EndpointDescriptions {
  private static final Pattern BOTH_LANGUAGES =
      Pattern.compile(".*\\p{IsHan}.*[ ）]/ .*[A-Za-z].*", Pattern.DOTALL);

  private EndpointDescriptions() {}

  /** Fails where an endpoint is not described; gives how many are. */
  public static int mustBeWhole(ApplicationContext service) {
    var objections = objectionsTo(service);
    if (!objections.isEmpty()) {
      throw new AssertionError(String.join("\n", objections));
    }
    return handlers(service).size();
  }

  /** What is missing, the service's own endpoints and those that the kit gives to all. */
  public static List<String> objectionsTo(ApplicationContext service) {
    var objections = new TreeSet<String>();
    Map<String, String> tags = new HashMap<>();
    for (var handler : handlers(service)) {
      var controller = handler.getBeanType();
      var tag = AnnotatedElementUtils.findMergedAnnotation(controller, Tag.class);
      if (tag == null) {
        objections.add(controller.getSimpleName() + " has no @Tag");
      } else if (!BOTH_LANGUAGES.matcher(tag.description()).matches()) {
        objections.add(
            "@Tag of %s: \"%s\" does not say it in both languages, as in 预案 / the plans"
                .formatted(controller.getSimpleName(), tag.description()));
      } else if (!tags.computeIfAbsent(tag.name(), _ -> tag.description())
          .equals(tag.description())) {
        objections.add("@Tag \"%s\" is described in two ways".formatted(tag.name()));
      }
      objections.addAll(objectionsTo(handler));
    }
    return List.copyOf(objections);
  }

  private static List<String> objectionsTo(HandlerMethod handler) {
    var name = handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName();
    var objections = new ArrayList<String>();
    var operation =
        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Operation.class);
    if (operation == null) {
      objections.add(name + " has no @Operation");
    } else if (!BOTH_LANGUAGES.matcher(operation.summary()).matches()) {
      objections.add(
          "@Operation of %s: \"%s\" does not say it in both languages, as in 接收任务 / takes a duty on"
              .formatted(name, operation.summary()));
    }
    if (AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Hidden.class)
        || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Hidden.class)
        || (operation != null && operation.hidden())) {
      objections.add(name + " is hidden from the description");
    }
    return objections;
  }

  private static List<HandlerMethod> handlers(ApplicationContext service) {
    return service
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .values()
        .stream()
        .filter(handler -> handler.getBeanType().getName().startsWith("lantian."))
        .filter(handler -> !ErrorController.class.isAssignableFrom(handler.getBeanType()))
        .toList();
  }
}
