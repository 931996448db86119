package lantian.warning.publication.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** Types of what is answered. */
final class Documents {
  /** CAP 1.2 has a type of its own; browsers show this one. */
  static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);

  static final MediaType CAP = new MediaType("application", "cap+xml", StandardCharsets.UTF_8);
  static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
  static final MediaType JSON = MediaType.APPLICATION_JSON;

  private Documents() {}
}
