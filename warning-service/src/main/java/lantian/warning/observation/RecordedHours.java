package lantian.warning.observation;

import java.time.Instant;
import java.util.List;
import lantian.events.Mode;

/** The measured hours of a place and their corrections, to look at. */
public interface RecordedHours {

  /** In the order of time; from the first up to, and without, the last. */
  List<RecordedHour> between(String jurisdiction, Mode mode, Instant from, Instant before);

  /** Of these hours, the latest correction first. */
  List<Correction> corrections(
      String jurisdiction, Mode mode, Instant from, Instant before, int page, int size);

  long countCorrections(String jurisdiction, Mode mode, Instant from, Instant before);
}
