package lantian.console.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token that somebody typed into a page: used for what they ask for, and kept nowhere. */
public final class TypedToken {
  private static final int LONGEST = 8_000;

  private TypedToken() {}

  /** Empty for what cannot stand in a header. */
  public static Optional<String> read(@Nullable String typed) {
    return Optional.ofNullable(typed)
        .map(String::strip)
        .filter(token -> token.length() <= LONGEST && token.matches("[A-Za-z0-9._~+/=-]+"));
  }
}
