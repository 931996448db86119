package lantian.kit.web;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A value that is well formed JSON and yet none that we take, with the code of its message. */
final class RefusedValue extends MismatchedInputException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<Object> arguments;

  RefusedValue(JsonParser parser, String code, Object... arguments) {
    super(parser, code);
    this.code = code;
    this.arguments = List.of(arguments);
  }

  FieldError at(String pointer) {
    return new FieldError(pointer, code, arguments);
  }
}
