package lantian.kit.web;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers.BigDecimalDeserializer;

/**
 * A number of a size that anything measured has. {@code 1e999} is ten characters long and a
 * thousand digits when it is added to something.
 */
final class MeasuredNumber extends BigDecimalDeserializer {
  private static final int MOST_DIGITS = 32;

  @Override
  public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
    var number = super.deserialize(parser, context);
    if (number != null
        && (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS
            || number.scale() > 2 * MOST_DIGITS)) {
      throw new RefusedValue(parser, "number-size", MOST_DIGITS);
    }
    return number;
  }
}
