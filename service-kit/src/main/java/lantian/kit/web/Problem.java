package lantian.kit.web;

import java.time.Duration;
import java.util.List;

/**
 * A request that cannot be served, as the caller will read it: a message code with its arguments,
 * resolved in the reader's language, and the fields that are at fault.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final String messageCode;
  private final transient List<Object> arguments;
  private final transient List<FieldError> errors;

  private Problem(
      ProblemType type, String messageCode, List<Object> arguments, List<FieldError> errors) {
    super(type + " " + messageCode + " " + arguments + " " + errors);
    this.type = type;
    this.messageCode = messageCode;
    this.arguments = arguments;
    this.errors = errors;
  }

  public static Problem of(ProblemType type, String messageCode, Object... arguments) {
    return new Problem(type, messageCode, List.of(arguments), List.of());
  }

  /** 401: the caller is known, but signed in too long ago for this (RFC 9470). */
  public static Problem signInAgain(Duration within) {
    return of(
        ProblemType.SIGN_IN_AGAIN, "kit.sign-in-again", within.toMinutes(), within.toSeconds());
  }

  /** 422: one or more fields break a rule; all of them are named. */
  public static Problem invalid(List<FieldError> errors) {
    return new Problem(ProblemType.INVALID, "kit.invalid", List.of(errors.size()), errors);
  }

  public static Problem invalid(FieldError error) {
    return invalid(List.of(error));
  }

  /** 400: the body cannot be read, at these places. */
  public static Problem unreadable(List<FieldError> errors) {
    return new Problem(ProblemType.UNREADABLE, "kit.unreadable", List.of(), errors);
  }

  /** 400: the request cannot be read, at this place. */
  public static Problem unreadable(FieldError error) {
    return unreadable(List.of(error));
  }

  public static Problem notFound(String what, Object id) {
    return of(ProblemType.NOT_FOUND, "kit.not-found", what, id);
  }

  public ProblemType type() {
    return type;
  }

  public String messageCode() {
    return messageCode;
  }

  public List<Object> arguments() {
    return arguments;
  }

  public List<FieldError> errors() {
    return errors;
  }
}
