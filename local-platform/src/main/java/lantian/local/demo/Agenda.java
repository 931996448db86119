package lantian.local.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What people mean to do, in the order of its time; at the same time, in the order it was planned.
 */
final class Agenda {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
  private long planned;

  private record Entry(Instant at, long number, Runnable act) {}

  void plan(Instant at, Runnable act) {
    entries.add(new Entry(at, planned++, act));
  }

  /** Does everything up to this moment, telling the time of each act before it. */
  void runUntil(Instant moment, Consumer<Instant> clock) {
    var stands = Instant.MIN;
    while (!entries.isEmpty() && !entries.element().at().isAfter(moment)) {
      var next = entries.remove();
      if (!next.at().equals(stands)) {
        stands = next.at();
        clock.accept(stands);
      }
      next.act().run();
    }
  }
}
