package lantian.warning.publication.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import lantian.warning.publication.Sha256;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;

/** Content with its fingerprint as {@code ETag}: who has it already is told so, and no more. */
record KeptContent(MediaType type, byte[] bytes, CacheControl cache) {
  private static final Duration FRESH = Duration.ofSeconds(30);

  /** For everybody; may be up to half a minute old on its way. */
  static KeptContent forEverybody(MediaType type, String content) {
    return new KeptContent(
        type, content.getBytes(StandardCharsets.UTF_8), CacheControl.maxAge(FRESH).cachePublic());
  }

  /** For whoever has a token. */
  static KeptContent forReaders(MediaType type, String content) {
    return new KeptContent(
        type, content.getBytes(StandardCharsets.UTF_8), CacheControl.noCache().cachePrivate());
  }

  /** 304 where the reader has it. */
  ResponseEntity<byte[]> answer(WebRequest request) {
    String etag = "\"" + Sha256.of(bytes) + "\"";
    if (request.checkNotModified(etag)) {
      return ResponseEntity.status(304).cacheControl(cache).eTag(etag).build();
    }
    return ResponseEntity.ok().contentType(type).cacheControl(cache).eTag(etag).body(bytes);
  }
}
