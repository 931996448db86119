package lantian.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/**
 * The path of a request as it may be shown, logged and traced. What follows {@code /a/} is the
 * secret of a signed link: whoever has it can use it.
 */
public final class ShownPath {
  private static final String SECRETS = "/a/";

  private ShownPath() {}

  public static String of(HttpServletRequest request) {
    return masked(request.getRequestURI());
  }

  /** The path without the secret, however its first part is written. */
  static String masked(String path) {
    var end = path.indexOf('/', 1);
    if (end < 0 || end == path.length() - 1) {
      return path;
    }
    return decoded(path.substring(0, end + 1)).equals(SECRETS) ? SECRETS + "***" : path;
  }

  private static String decoded(String part) {
    try {
      return UriUtils.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return SECRETS; // not readable: rather nothing than a secret
    }
  }
}
