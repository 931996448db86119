package lantian.kit.parking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that its reader could not handle, with the reason and what was decided about it. */
record ParkedRecord(
    long id,
    String topic,
    int partition,
    long offset,
    byte @Nullable [] key,
    List<RecordHeader> headers,
    byte @Nullable [] payload,
    String reason,
    String detail,
    int attempts,
    Instant parkedAt,
    State state,
    int version,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String decision) {

  /** What has become of it. */
  enum State {
    /** It waits for a person. */
    PARKED,
    /** Its reader has taken it when it was handed over again. */
    REPLAYED,
    /** A person has said why it shall never be. */
    DISMISSED
  }
}
