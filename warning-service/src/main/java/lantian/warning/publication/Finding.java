package lantian.warning.publication;

import java.util.List;

/**
 * What is wrong with a text or a message, found before anybody approves it.
 *
 * @param code of the message that explains it: {@code error.<code>}
 * @param pointer where, as a JSON pointer into what the preview shows
 */
public record Finding(Severity severity, String code, String pointer, List<Object> arguments) {
  public Finding {
    arguments = List.copyOf(arguments);
  }

  /** Whether it may go out all the same. */
  public enum Severity {
    /** It may not be put forward. */
    ERROR,
    /** It is shown to whoever decides. */
    WARNING
  }

  public static Finding error(String code, String pointer, Object... arguments) {
    return new Finding(Severity.ERROR, code, pointer, List.of(arguments));
  }

  public static Finding warning(String code, String pointer, Object... arguments) {
    return new Finding(Severity.WARNING, code, pointer, List.of(arguments));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
