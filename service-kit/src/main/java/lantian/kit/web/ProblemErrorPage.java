package lantian.kit.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container refuses by itself, as in a body that stops coming, is a problem as well. */
@Controller
@Hidden
public final class ProblemErrorPage implements ErrorController {
  private static final int TIMED_OUT = 408;

  private final ProblemResponses problems;

  public ProblemErrorPage(ProblemResponses problems) {
    this.problems = problems;
  }

  @RequestMapping("${server.error.path:${error.path:/error}}")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    problems.write(
        problemOf(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)), request, response);
  }

  private static Problem problemOf(Object status) {
    return switch (status) {
      case Integer code when code == TIMED_OUT -> Problem.of(ProblemType.TOO_SLOW, "kit.too-slow");
      case Integer code when code == ProblemType.NOT_FOUND.status().value() ->
          Problem.of(ProblemType.NOT_FOUND, "kit.no-such-path");
      case Integer code when code < ProblemType.INTERNAL.status().value() ->
          Problem.of(ProblemType.UNREADABLE, "kit.request-unreadable");
      case null, default -> Problem.of(ProblemType.INTERNAL, "kit.internal");
    };
  }
}
