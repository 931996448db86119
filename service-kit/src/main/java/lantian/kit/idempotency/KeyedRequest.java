package lantian.kit.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Objects;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A request under a key: of this caller, for this address, with this content. {@code scope} is the
 * SHA-256 of caller, method, address and key, and says which request it is a repeat of; {@code
 * content}, that of parameters and body, says whether it really is one.
 */
record KeyedRequest(
    String caller, String method, String path, String key, byte[] scope, byte[] content) {
  static final String HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;

  /** Refuses a key that nobody could hand in again unchanged. */
  static KeyedRequest of(HttpServletRequest request, Jwt token, byte[] body) {
    var key = keyOf(request);
    var issuer = Objects.requireNonNullElse(token.getClaimAsString("iss"), "");
    var subject = token.getSubject();
    // Without a subject nobody else may share the key, so it is the token's alone.
    var person = subject == null ? token.getTokenValue() : subject;
    var query = Objects.requireNonNullElse(request.getQueryString(), "");
    return new KeyedRequest(
        issuer + " " + Objects.requireNonNullElse(subject, "?"),
        request.getMethod(),
        request.getRequestURI(),
        key,
        sha256(
            text(issuer),
            text(person),
            text(request.getMethod()),
            text(request.getRequestURI()),
            text(key)),
        sha256(text(query), body));
  }

  /** The same for all instances of a service; the first eight bytes of {@link #scope}. */
  long turn() {
    return java.nio.ByteBuffer.wrap(scope).getLong();
  }

  static String keyOf(HttpServletRequest request) {
    var given = Collections.list(request.getHeaders(HEADER));
    if (given.size() != 1) {
      throw Problem.of(ProblemType.UNREADABLE, "kit.key-twice");
    }
    var key = given.getFirst();
    if (key.isBlank()
        || key.length() > LONGEST_KEY
        || !key.chars().allMatch(character -> character >= ' ' && character <= '~')) {
      throw Problem.of(ProblemType.UNREADABLE, "kit.key-unreadable", LONGEST_KEY);
    }
    return key;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Each part goes in with its length, so that no two lists of parts are alike. */
  private static byte[] sha256(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(java.nio.ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
