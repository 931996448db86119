package lantian.kit.web;

import org.springframework.http.HttpStatus;

/** Every kind of problem there is, with its status and the stable {@code type} of its document. */
public enum ProblemType {
  UNREADABLE(HttpStatus.BAD_REQUEST, "unreadable"),
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "unauthenticated"),
  SIGN_IN_AGAIN(HttpStatus.UNAUTHORIZED, "sign-in-again"),
  FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden"),
  NOT_ON_ROSTER(HttpStatus.FORBIDDEN, "not-on-roster"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "not-found"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "not-acceptable"),
  TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "too-slow"),
  WRONG_STATE(HttpStatus.CONFLICT, "wrong-state"),
  CONFLICT(HttpStatus.CONFLICT, "conflict"),
  KEY_IN_USE(HttpStatus.CONFLICT, "key-in-use"),
  STALE_VERSION(HttpStatus.PRECONDITION_FAILED, "stale-version"),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large"),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type"),
  INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "invalid"),
  KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused"),
  VERSION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "version-required"),
  HEADERS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "headers-too-large"),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "internal"),
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");

  private final HttpStatus status;
  private final String slug;

  ProblemType(HttpStatus status, String slug) {
    this.status = status;
    this.slug = slug;
  }

  public HttpStatus status() {
    return status;
  }

  /** The {@code type} member of the document. */
  public String uri() {
    return "/problems/" + slug;
  }

  String titleCode() {
    return "problem." + slug;
  }
}
