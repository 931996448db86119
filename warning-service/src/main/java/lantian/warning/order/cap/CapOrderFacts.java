package lantian.warning.order.cap;

import java.util.List;
import java.util.Map;
import lantian.events.Cause;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.warning.datafile.DataFile;

/**
 * What {@code order/cap-in.yaml} says of messages of other platforms.
 *
 * @param eventCodes which of a scheme are about heavy pollution
 * @param eventNames the same, in words
 * @param levels by severity
 * @param endingResponses response types with which an update ends what was ordered
 * @param modes by status; others are refused
 * @param geocodes names of codes of GB/T 2260
 * @param causeParameter where a message says what the pollution comes from
 * @param causeOtherwise where it does not
 */
record CapOrderFacts(
    Map<String, List<String>> eventCodes,
    List<String> eventNames,
    Map<String, WarningLevel> levels,
    List<String> endingResponses,
    Map<String, Mode> modes,
    List<String> geocodes,
    String causeParameter,
    Cause causeOtherwise) {

  static CapOrderFacts onClassPath() {
    return DataFile.read("order/cap-in.yaml", CapOrderFacts.class);
  }
}
