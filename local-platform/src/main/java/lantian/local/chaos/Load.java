package lantian.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/** The people of every place, who raise, upgrade, downgrade and lift, one change after another. */
final class Load {

  private static final int SHORTEST = 200;
  private static final int LONGEST = 1_500;

  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final List<Thread> threads = new ArrayList<>();

  private Load() {}

  static Load start(Exercise exercise, long seed) {
    var load = new Load();
    for (var place : Exercise.PLACES) {
      var dice = new Dice(seed ^ place.hashCode());
      var people = exercise.people(place);
      load.threads.add(
          Thread.ofVirtual().name("people-" + place).start(() -> load.goOn(people, dice)));
    }
    return load;
  }

  private void goOn(People people, Dice dice) {
    try {
      var level = people.levelInForce();
      while (!pause(Duration.ofMillis(dice.between(SHORTEST, LONGEST)))) {
        var next = other(level, dice);
        people.moveTo(next);
        level = next;
      }
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }

  private static WarningLevel other(WarningLevel level, Dice dice) {
    var levels = new ArrayList<>(List.of(WarningLevel.values()));
    levels.remove(level);
    return dice.oneOf(levels);
  }

  /** Tells whether it is over. */
  private boolean pause(Duration time) {
    try {
      return over.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Does not wait for anybody. */
  void abandon() {
    over.countDown();
    threads.forEach(Thread::interrupt);
  }

  /** Lets everybody finish the change that is under way. */
  void finish(Duration within) {
    over.countDown();
    for (var thread : threads) {
      try {
        if (!thread.join(within)) {
          throw new IllegalStateException(thread.getName() + " get no answer");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    var failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("People could not go on: " + failed.getMessage(), failed);
    }
  }
}
