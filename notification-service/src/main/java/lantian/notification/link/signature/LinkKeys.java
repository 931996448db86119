package lantian.notification.link.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign links: one or more, newest first, each 32 bytes or more in Base64, between
 * white space or commas. The first signs, all verify: a new key is put in front of the old, which
 * goes when its last link has expired. A key is named by its thumbprint (RFC 7638).
 */
final class LinkKeys {
  private static final int SHORTEST = 32;
  private static final int LONGEST = 512;

  private final OctetSequenceKey newest;
  private final Map<String, OctetSequenceKey> byId = new LinkedHashMap<>();

  private LinkKeys(List<OctetSequenceKey> keys) {
    newest = keys.getFirst();
    keys.forEach(key -> byId.put(key.getKeyID(), key));
  }

  /** The keys of the settings; without any, and only on a local platform, one for this process. */
  static LinkKeys of(LinkSettings settings, boolean local) {
    var written = written(settings);
    if (!written.isBlank()) {
      return parse(written);
    }
    if (!local) {
      throw new IllegalStateException(
          "LANTIAN_LINK_KEY or LANTIAN_LINK_KEY_FILE is missing: the key that signs the links"
              + " by which liaisons answer (32 random bytes or more, in Base64)");
    }
    var bytes = new byte[SHORTEST];
    new SecureRandom().nextBytes(bytes);
    return new LinkKeys(List.of(key(bytes)));
  }

  static LinkKeys parse(String written) {
    var keys = new ArrayList<OctetSequenceKey>();
    for (var each : written.strip().split("[\\s,]+")) {
      keys.add(key(decoded(each)));
    }
    return new LinkKeys(keys);
  }

  OctetSequenceKey newest() {
    return newest;
  }

  @Nullable OctetSequenceKey byId(@Nullable String id) {
    return id == null ? null : byId.get(id);
  }

  private static String written(LinkSettings settings) {
    var key = settings.key();
    if (key != null && !key.isBlank()) {
      return key;
    }
    var file = settings.keyFile();
    if (file == null || file.isBlank()) {
      return "";
    }
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IllegalStateException("LANTIAN_LINK_KEY_FILE cannot be read: " + file, e);
    }
  }

  /** The message never holds what was given. */
  private static byte[] decoded(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException _) {
      throw new IllegalStateException("a key that signs links is not Base64");
    }
    if (bytes.length < SHORTEST || bytes.length > LONGEST) {
      throw new IllegalStateException(
          "a key that signs links has " + bytes.length + " bytes, and not 32 or more");
    }
    return bytes;
  }

  private static OctetSequenceKey key(byte[] bytes) {
    try {
      return new OctetSequenceKey.Builder(bytes).keyIDFromThumbprint().build();
    } catch (JOSEException e) {
      throw new IllegalStateException("no thumbprint", e);
    }
  }
}
