package lantian.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * Faults drawn from a seed, one after another, while people go on working; then everything is put
 * right, comes to rest, and the books are compared.
 */
public final class ChaosRun {

  private static final int SHORTEST_PEACE = 1_000;
  private static final int LONGEST_PEACE = 4_000;
  private static final Duration REST = Duration.ofMinutes(5);

  private final Exercise exercise;
  private final long seed;
  private final List<Fault> faults;
  private final BiConsumer<Fault, Duration> progress;

  /**
   * @param faults those that may be drawn
   * @param progress is told of every fault, and how long the recovery took
   */
  public ChaosRun(
      Exercise exercise, long seed, List<Fault> faults, BiConsumer<Fault, Duration> progress) {
    this.exercise = exercise;
    this.seed = seed;
    this.faults = List.copyOf(faults);
    this.progress = progress;
  }

  /** What came of it: how long each recovery took, by fault, and the books. */
  public record Outcome(Map<Fault, List<Duration>> recoveries, Balance balance) {}

  /** One fault of the plan: after so much peace it strikes, and lasts so long. */
  public record Planned(Fault fault, Duration after, Duration lasting) {}

  /** The first faults that this seed draws. */
  public static List<Planned> plan(long seed, List<Fault> faults, int count) {
    var dice = new Dice(seed);
    var plan = new ArrayList<Planned>();
    for (int i = 0; i < count; i++) {
      plan.add(draw(dice, faults));
    }
    return plan;
  }

  private static Planned draw(Dice dice, List<Fault> faults) {
    var fault = dice.oneOf(faults);
    return new Planned(
        fault, Duration.ofMillis(dice.between(SHORTEST_PEACE, LONGEST_PEACE)), fault.lasting(dice));
  }

  /** Goes on for so long, at least until one fault has struck. */
  public Outcome run(Duration time) {
    var dice = new Dice(seed);
    Map<Fault, List<Duration>> recoveries = new EnumMap<>(Fault.class);
    long until = System.nanoTime() + time.toNanos();
    var load = Load.start(exercise, seed);
    try {
      do {
        var next = draw(dice, faults);
        peace(next.after());
        var recovery = suffer(next);
        recoveries.computeIfAbsent(next.fault(), _ -> new ArrayList<>()).add(recovery);
        progress.accept(next.fault(), recovery);
      } while (System.nanoTime() < until && !Thread.currentThread().isInterrupted());
    } catch (RuntimeException e) {
      load.abandon();
      throw e;
    }
    load.finish(REST);
    exercise.awaitRest(REST);
    return new Outcome(recoveries, exercise.books().balance());
  }

  private Duration suffer(Planned next) {
    next.fault().strike(exercise);
    peace(next.lasting());
    long begun = System.nanoTime();
    next.fault().heal(exercise);
    next.fault().awaitRecovery(exercise);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static void peace(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
    }
  }
}
