package lantian.kit.web;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers.BigDecimalDeserializer;

/**
 * A number that one can go on calculating with. {@code 1e999999999} is eleven characters long, and
 * a gigabyte as soon as something is added to it.
 */
final class BoundedNumber extends BigDecimalDeserializer {
  private static final int MOST_DIGITS = 1000;

  @Override
  public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
    var number = super.deserialize(parser, context);
    if (number != null
        && (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS
            || number.scale() > MOST_DIGITS)) {
      throw new RefusedValue(parser, "number-size", MOST_DIGITS);
    }
    return number;
  }
}
