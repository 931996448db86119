package lantian.warning.forecast.persistence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import lantian.warning.forecast.ForecastRun;

/**
 * The runs that were read or stored last: the one that counts is asked for with every observation,
 * and right after it was stored.
 */
final class LastRead {
  /** Some 75 KB each. */
  private static final int MOST = 400;

  private final Map<Key, ForecastRun> runs =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ForecastRun> eldest) {
          return size() > MOST;
        }
      };

  /** Id and fingerprint together: a run that was rolled back may come again with other content. */
  record Key(UUID id, String fingerprint) {}

  ForecastRun get(Key key, Function<UUID, ForecastRun> read) {
    synchronized (runs) {
      ForecastRun known = runs.get(key);
      if (known != null) {
        return known;
      }
    }
    ForecastRun run = read.apply(key.id());
    put(key, run);
    return run;
  }

  void put(Key key, ForecastRun run) {
    synchronized (runs) {
      runs.put(key, run);
    }
  }
}
