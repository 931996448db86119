package lantian.kit.web;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * A value of the right type that breaks a rule which holds for all values of the type, with the
 * code of its message.
 */
final class RefusedValue extends MismatchedInputException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<Object> arguments;

  RefusedValue(JsonParser parser, String code, Object... arguments) {
    super(parser, code);
    this.code = code;
    this.arguments = List.of(arguments);
  }

  Problem at(String pointer) {
    return Problem.invalid(new FieldError(pointer, code, arguments));
  }
}
