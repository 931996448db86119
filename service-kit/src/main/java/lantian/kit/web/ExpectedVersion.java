package lantian.kit.web;

/**
 * The version a caller has seen, from {@code If-Match: "7"}. A controller method that takes one
 * refuses requests without it (428).
 */
public record ExpectedVersion(long value) {

  /** Refuses with 412 unless this is the version that stands now. */
  public void mustBe(long actual) {
    if (value != actual) {
      throw Problem.of(ProblemType.STALE_VERSION, "kit.stale-version", value, actual);
    }
  }

  /** The {@code ETag} of a version. */
  public static String etag(long version) {
    return "\"" + version + "\"";
  }
}
