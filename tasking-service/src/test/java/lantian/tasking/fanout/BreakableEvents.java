package lantian.tasking.fanout;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import lantian.tasking.duty.Duty;
import lantian.tasking.response.ResponseEvents;
import lantian.tasking.response.RunningResponse;
import lantian.tasking.response.UnitDuties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;

/** The events of the service, with a bug that a test can have in the middle of a fan-out. */
@Primary
final class BreakableEvents implements ResponseEvents {
  private final ResponseEvents real;
  private final Map<String, String> madeBy = new ConcurrentHashMap<>();
  private volatile @Nullable Runnable meanwhile;
  private volatile @Nullable UUID brokenFor;
  private volatile @Nullable String brokenAt;

  BreakableEvents(@Qualifier("outboxResponseEvents") ResponseEvents real) {
    this.real = real;
  }

  void breakFor(UUID warning, String unit) {
    brokenFor = warning;
    brokenAt = unit;
  }

  /** What somebody else does while the next chunk is written and not committed. */
  void meanwhile(Runnable act) {
    meanwhile = act;
  }

  void repair() {
    meanwhile = null;
    brokenFor = null;
    brokenAt = null;
  }

  @Override
  public void publishDaily(RunningResponse response, Instant at, List<UnitDuties> units) {
    real.publishDaily(response, at, units);
    failIfBroken(response, units);
  }

  @Override
  public Runnable publishingChange(
      RunningResponse response,
      Instant at,
      Collection<UnitDuties> units,
      Map<String, List<Duty>> withdrawn) {
    units.forEach(unit -> madeBy.put(unit.unit(), Thread.currentThread().getName()));
    var publishing = real.publishingChange(response, at, units, withdrawn);
    return () -> {
      publishing.run();
      var act = meanwhile;
      if (act != null) {
        meanwhile = null;
        // In a thread of its own, and so in a transaction of its own.
        CompletableFuture.runAsync(act).orTimeout(5, TimeUnit.SECONDS).join();
      }
      failIfBroken(response, units);
    };
  }

  /** The name of the thread that made the unit's last event. */
  String madeBy(String unit) {
    return String.valueOf(madeBy.get(unit));
  }

  private void failIfBroken(RunningResponse response, Collection<UnitDuties> units) {
    if (response.change().warning().equals(brokenFor)
        && units.stream().anyMatch(unit -> unit.unit().equals(brokenAt))) {
      throw new IllegalStateException("a bug at " + brokenAt);
    }
  }
}
