package lantian.console.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a service answers. */
public sealed interface Answer<T> {

  /** What was asked for. */
  record Told<T>(T value) implements Answer<T> {}

  /** The service says why not, in the reader's language. */
  record Refused<T>(Problem problem) implements Answer<T> {}

  /** No answer came. */
  record Silent<T>() implements Answer<T> {}

  /**
   * A problem document (RFC 9457), shown as it is.
   *
   * @param signInAgain the service asks for a fresh sign-in (RFC 9470)
   */
  record Problem(
      int status,
      @Nullable String title,
      @Nullable String detail,
      List<Fault> errors,
      boolean signInAgain) {}

  /** One fault of it. */
  record Fault(String pointer, String detail) {}
}
