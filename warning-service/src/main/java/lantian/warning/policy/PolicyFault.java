package lantian.warning.policy;

import java.util.List;

/**
 * What is wrong at one place of a pack.
 *
 * @param pointer a JSON pointer into the document
 * @param code stable; what it says to people stands in the messages
 */
public record PolicyFault(String pointer, String code, List<Object> arguments) {
  public PolicyFault {
    arguments = List.copyOf(arguments);
  }
}
