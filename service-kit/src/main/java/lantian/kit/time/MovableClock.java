package lantian.kit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import lantian.events.ChinaTime;

/**
 * Business time on a single machine: the system clock until somebody moves it, then the given
 * instant, standing still or going on from there.
 */
public final class MovableClock extends Clock {
  private final Clock system;
  private volatile Reading reading;

  public MovableClock() {
    this(Clock.system(ChinaTime.ZONE));
  }

  public MovableClock(Clock system) {
    this.system = system;
    this.reading = new Reading.Ticking(Duration.ZERO);
  }

  private sealed interface Reading {
    record Ticking(Duration offset) implements Reading {}

    record Standing(Instant at) implements Reading {}
  }

  /** Sets the clock; it goes on from there. */
  public void moveTo(Instant now) {
    reading = new Reading.Ticking(Duration.between(system.instant(), now));
  }

  /** Sets the clock and stops it there. */
  public void stopAt(Instant now) {
    reading = new Reading.Standing(now);
  }

  /** Whether the clock goes on by itself. */
  public boolean ticks() {
    return reading instanceof Reading.Ticking;
  }

  @Override
  public Instant instant() {
    return switch (reading) {
      case Reading.Ticking(var offset) -> system.instant().plus(offset);
      case Reading.Standing(var at) -> at;
    };
  }

  @Override
  public ZoneId getZone() {
    return system.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return zone.equals(getZone()) ? this : Clock.fixed(instant(), zone);
  }
}
