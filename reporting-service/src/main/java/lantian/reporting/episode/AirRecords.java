package lantian.reporting.episode;

import java.time.Instant;
import java.util.List;
import lantian.events.Mode;

/** What is known of the air: measured hours and forecast runs. */
public interface AirRecords {
  /** Keeps a run; one that is already known stays as it is. */
  void keep(ForecastRun run);

  /** Keeps each hour unless a posting with the same or a greater version has it already. */
  void keep(List<MeasuredHour> hours);

  /** Runs issued from {@code from} (inclusive) to {@code to} (exclusive), oldest first. */
  List<ForecastRun> runs(String jurisdiction, Mode mode, Instant from, Instant to);

  /** Hours from {@code from} (inclusive) to {@code to} (exclusive), oldest first. */
  List<MeasuredHour> hours(String jurisdiction, Mode mode, Instant from, Instant to);
}
