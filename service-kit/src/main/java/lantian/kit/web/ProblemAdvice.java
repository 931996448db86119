package lantian.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns whatever goes wrong in a controller into a problem document. */
@RestControllerAdvice
public final class ProblemAdvice {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final ProblemResponses problems;

  public ProblemAdvice(ProblemResponses problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> problem(Problem problem, HttpServletRequest request) {
    return problems.of(problem, request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unreadable(
      HttpMessageNotReadableException e, HttpServletRequest request) {
    if (e.getCause() instanceof RefusedValue refused) {
      return problems.of(refused.at(pathOf(refused)), request);
    }
    var problem = findProblem(e);
    return problems.of(
        problem != null ? problem : Problem.unreadable(List.of(whereJsonFailed(e))), request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> invalid(
      MethodArgumentNotValidException e, HttpServletRequest request) {
    var errors = new ArrayList<FieldError>();
    for (var error : e.getBindingResult().getFieldErrors()) {
      errors.add(
          FieldError.at(
              pointer(error.getField()), "constraint", String.valueOf(error.getDefaultMessage())));
    }
    return problems.of(Problem.invalid(errors), request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> parameter(
      MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    return problems.of(
        Problem.unreadable(
            FieldError.at("?" + e.getName(), "parameter", String.valueOf(e.getValue()))),
        request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> missingParameter(
      MissingServletRequestParameterException e, HttpServletRequest request) {
    return problems.of(
        Problem.unreadable(List.of(FieldError.at("?" + e.getParameterName(), "required"))),
        request);
  }

  @ExceptionHandler({
    TransientDataAccessException.class,
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class,
    TransactionSystemException.class,
    QueryTimeoutException.class
  })
  ResponseEntity<Map<String, Object>> unavailable(Exception e, HttpServletRequest request) {
    log.warn("the database did not answer", e);
    return problems.of(Problem.of(ProblemType.UNAVAILABLE, "kit.unavailable"), request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> anythingElse(Exception e, HttpServletRequest request)
      throws Exception {
    return switch (e) {
      case NoResourceFoundException _ ->
          problems.of(Problem.of(ProblemType.NOT_FOUND, "kit.no-such-path"), request);
      case HttpRequestMethodNotSupportedException m ->
          problems.of(
              Problem.of(ProblemType.METHOD_NOT_ALLOWED, "kit.method", m.getMethod()), request);
      case HttpMediaTypeNotSupportedException _ ->
          problems.of(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "kit.media-type"), request);
      case ErrorResponse r when r.getStatusCode().value() == HttpStatus.NOT_ACCEPTABLE.value() ->
          problems.of(Problem.of(ProblemType.NOT_ACCEPTABLE, "kit.not-acceptable"), request);
      case ErrorResponse r when r.getStatusCode().is4xxClientError() ->
          problems.of(Problem.unreadable(List.of()), request);
      case RequestRejectedException _ ->
          problems.of(Problem.of(ProblemType.UNREADABLE, "kit.request-unreadable"), request);
      case org.springframework.security.access.AccessDeniedException _ -> throw e;
      default -> {
        log.error(
            "a request failed unexpectedly: {} {}", request.getMethod(), ShownPath.of(request), e);
        yield problems.of(Problem.of(ProblemType.INTERNAL, "kit.internal"), request);
      }
    };
  }

  private static @org.jspecify.annotations.Nullable Problem findProblem(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof Problem problem) {
        return problem;
      }
    }
    return null;
  }

  private static FieldError whereJsonFailed(HttpMessageNotReadableException e) {
    return switch (e.getCause()) {
      case StreamConstraintsException limit ->
          FieldError.at(
              pathOf(limit),
              "limit",
              StrictJson.DEEPEST_NESTING,
              StrictJson.LONGEST_TEXT,
              StrictJson.LONGEST_NUMBER,
              StrictJson.LONGEST_NAME);
      case UnrecognizedPropertyException unknown ->
          FieldError.at(pathOf(unknown), "unknown-field", unknown.getPropertyName());
      case InvalidFormatException format ->
          FieldError.at(pathOf(format), "format", String.valueOf(format.getValue()));
      case StreamReadException broken -> FieldError.at(pathOf(broken), "not-json");
      case DatabindException wrong -> FieldError.at(pathOf(wrong), "type");
      case null, default -> FieldError.at("", "no-body");
    };
  }

  /** Where in the body it went wrong: by the mapper's path, or else where its parser stands. */
  private static String pathOf(JacksonException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      path.append('/');
      path.append(
          step.getPropertyName() == null
              ? Integer.toString(step.getIndex())
              : step.getPropertyName().replace("~", "~0").replace("/", "~1"));
    }
    if (!(e instanceof DatabindException) && e.processor() instanceof JsonParser parser) {
      var standing = parser.streamReadContext().pathAsPointer().toString();
      return standing.length() > path.length() ? standing : path.toString();
    }
    return path.toString();
  }

  /** {@code points[3].pm10} as {@code /points/3/pm10}. */
  private static String pointer(String field) {
    return "/" + field.replace("].", "/").replace("[", "/").replace("]", "").replace('.', '/');
  }
}
