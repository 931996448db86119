package lantian.reporting.episode;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What is known of messages to liaisons. */
public interface DeliveryRecords {
  /** Fills in the parts that are given, unless a newer version of them is known. */
  void keep(DeliveryRecord delivery);

  List<DeliveryRecord> of(UUID warning);

  List<DeliveryRecord> of(UUID warning, Collection<String> units);

  /** Units with messages, so many after the given one, in the order of their codes. */
  List<String> unitsAfter(UUID warning, String unit, int atMost);
}
