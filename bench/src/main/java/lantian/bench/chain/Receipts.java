package lantian.bench.chain;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lantian.bench.figure.Sample;
import lantian.events.WarningLevel;
import lantian.local.api.Api;
import lantian.local.api.Place;
import lantian.local.chaos.People;
import lantian.local.chaos.Receiver;
import lantian.local.chaos.Receiver.Taken;

/**
 * How long it takes from the last approval, as the headquarters send it off, until the change
 * stands on its topic, until the first liaison has the message, and until all have it. Level and
 * lift in turn, each begun when the one before has reached all.
 */
final class Receipts implements AutoCloseable {

  /** A call whose end is unknown is repeated after a minute; a run beside others may have one. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final People people;
  private final int units;
  private final PublishedChanges published;
  private final Map<String, Change> changes = new ConcurrentHashMap<>();

  Receipts(Api api, Place place, Receiver receiver, String broker) {
    this.people = People.of(api, place, Clock.systemUTC());
    this.units = place.units().size();
    receiver.register(api, place);
    receiver.tell(this::taken);
    this.published = new PublishedChanges(broker, this::published);
  }

  @Override
  public void close() throws InterruptedException {
    published.close();
  }

  /** In milliseconds. {@code answered}: until the approval itself was answered. */
  record Latencies(Sample published, Sample first, Sample all, Sample answered) {}

  Latencies measure(int warmUp, int counted) throws InterruptedException {
    var onTopic = new ArrayList<Double>();
    var first = new ArrayList<Double>();
    var all = new ArrayList<Double>();
    var answered = new ArrayList<Double>();
    for (int i = 0; i < warmUp + counted; i++) {
      var change = once(i % 2 == 0 ? WarningLevel.YELLOW : WarningLevel.NONE);
      if (i >= warmUp) {
        onTopic.add(change.millisToPublished());
        first.add(change.millisToFirst());
        all.add(change.millisToLast());
        answered.add(change.millisToAnswer());
      }
    }
    return new Latencies(
        new Sample(onTopic), new Sample(first), new Sample(all), new Sample(answered));
  }

  private Change once(WarningLevel level) throws InterruptedException {
    var proposal = people.submit(people.forecast(level));
    var approvers = people.approversOf(proposal);
    for (var approver : approvers.subList(0, approvers.size() - 1)) {
      proposal = people.approve(proposal, approver);
    }
    var change = new Change(units);
    var key = key(UUID.fromString(proposal.path("warningId").asString()), level.name());
    changes.put(key, change);
    change.begin();
    people.approve(proposal, approvers.getLast());
    change.answered();
    if (!change.awaitAll(LONGEST)) {
      throw new IllegalStateException(
          "not all of " + units + " units were told: " + change.taken());
    }
    changes.remove(key);
    return change;
  }

  private void taken(Taken message) {
    var change = changes.get(key(message.warning(), message.level()));
    if (change != null) {
      change.taken(message.at());
    }
  }

  private void published(PublishedChanges.Seen seen) {
    var change = changes.get(key(seen.warning(), seen.level().name()));
    if (change != null) {
      change.published(seen.at());
    }
  }

  private static String key(UUID warning, String level) {
    return warning + " " + level;
  }

  /** One level change on its way to its units. */
  private static final class Change {
    private final CountDownLatch untold;
    private final CountDownLatch unpublished = new CountDownLatch(1);
    private final List<Long> at = new ArrayList<>();
    private volatile long began;
    private volatile long answered;
    private volatile long published;

    Change(int units) {
      this.untold = new CountDownLatch(units);
    }

    void begin() {
      began = System.nanoTime();
    }

    void answered() {
      answered = System.nanoTime();
    }

    /** The first time counts: a relay may send a change again. */
    void published(long when) {
      if (unpublished.getCount() > 0) {
        published = when;
        unpublished.countDown();
      }
    }

    void taken(long when) {
      synchronized (at) {
        at.add(when);
      }
      untold.countDown();
    }

    int taken() {
      synchronized (at) {
        return at.size();
      }
    }

    boolean awaitAll(Duration within) throws InterruptedException {
      return untold.await(within.toMillis(), TimeUnit.MILLISECONDS)
          && unpublished.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    double millisToPublished() {
      return (published - began) / 1e6;
    }

    double millisToFirst() {
      synchronized (at) {
        return (at.stream().mapToLong(Long::longValue).min().orElseThrow() - began) / 1e6;
      }
    }

    double millisToLast() {
      synchronized (at) {
        return (at.stream().mapToLong(Long::longValue).max().orElseThrow() - began) / 1e6;
      }
    }

    double millisToAnswer() {
      return (answered - began) / 1e6;
    }
  }
}
