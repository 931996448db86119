package lantian.warning.scene.web;

import static org.springframework.web.servlet.HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE;
import static org.springframework.web.servlet.HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.scene.Scene;
import lantian.warning.scene.Scenes;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What is of a drill is reached at the addresses of that drill, and what is live at the others:
 * whoever approves always sees in the address which of the two it is. This holds for every address
 * with a run, a proposal or a warning in it, whichever controller answers there.
 */
final class KeepingScenesApart implements HandlerInterceptor {
  private static final Pattern NAMED =
      Pattern.compile("/(forecasts|proposals|warnings)/\\{(\\w+)}");

  private final Scenes scenes;

  KeepingScenesApart(Scenes scenes) {
    this.scenes = scenes;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
      var named =
          NAMED.matcher(String.valueOf(request.getAttribute(BEST_MATCHING_PATTERN_ATTRIBUTE)));
      while (named.find()) {
        mustPlay(named, variables);
      }
    }
    return true;
  }

  private void mustPlay(Matcher named, Map<?, ?> variables) {
    var what = named.group(1);
    var id = SceneArgument.id(String.valueOf(variables.get(named.group(2)))).orElse(null);
    if (id == null) {
      return; // whoever answers there says that it is none
    }
    var scene = find(what, id).orElse(null);
    if (scene == null || scene.equals(SceneArgument.of(variables))) {
      return;
    }
    throw Problem.of(
        ProblemType.NOT_FOUND,
        scene.equals(Scene.LIVE) ? "scene.is-live" : "scene.is-drill",
        id.toString());
  }

  private Optional<Scene> find(String what, UUID id) {
    return switch (what) {
      case "forecasts" -> scenes.ofForecast(id);
      case "proposals" -> scenes.ofProposal(id);
      default -> scenes.ofWarning(id);
    };
  }
}
