package lantian.reporting.rebuild;

import java.util.List;

/** Every event that took effect here, whole. */
public interface KeptEvents {

  /** Events that took effect before any were kept. */
  long missing();

  long count();

  /**
   * From here to the end of the transaction no event takes effect; those that were about to have.
   */
  void hold();

  /** The last place that is taken; where nothing is held an earlier one may be taken after it. */
  long lastPlace();

  /** So many of them after the one place, up to and with the other, in their order. */
  List<KeptEvent> between(long after, long upTo, int atMost);
}
