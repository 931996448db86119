package lantian.console.approval;

import java.util.Locale;

/**
 * Who asks: whoever the token says, in this language.
 *
 * @param token never written down
 */
public record Reader(String token, Locale language) {
  @Override
  public String toString() {
    return "Reader[" + language + "]";
  }
}
