package lantian.reporting.episode;

import java.util.List;
import java.util.UUID;

/** What is known of messages to liaisons. */
public interface DeliveryRecords {
  /** Fills in the parts that are given, unless a newer version of them is known. */
  void keep(DeliveryRecord delivery);

  List<DeliveryRecord> of(UUID warning);
}
