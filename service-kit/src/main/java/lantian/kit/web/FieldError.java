package lantian.kit.web;

import java.util.List;

/**
 * What is wrong with one field: where (a JSON pointer into the body, or the name of a parameter
 * with a {@code ?}), which rule, and the arguments of the rule's message {@code error.<code>}.
 */
public record FieldError(String pointer, String code, List<Object> arguments) {
  public FieldError {
    arguments = List.copyOf(arguments);
  }

  public static FieldError at(String pointer, String code, Object... arguments) {
    return new FieldError(pointer, code, List.of(arguments));
  }
}
