package lantian.kit.time;

import java.time.OffsetDateTime;
import lantian.events.ChinaTime;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Moves business time, in the local profile only. The answer comes when everything that fell due by
 * the move has been done.
 */
@RestController
@Profile("local")
public final class LocalClockController {
  private final MovableClock clock;
  private final BusinessTimers timers;

  LocalClockController(MovableClock clock, BusinessTimers timers) {
    this.clock = clock;
    this.timers = timers;
  }

  /** {@code ticking} false: the clock stands still at {@code now} until it is moved again. */
  record ClockRequest(@Nullable OffsetDateTime now, @Nullable Boolean ticking) {}

  record ClockView(OffsetDateTime now, boolean ticking) {}

  @PostMapping("/local/clock")
  ClockView move(@RequestBody ClockRequest request) {
    var now = request.now();
    if (now == null) {
      throw Problem.invalid(FieldError.at("/now", "required"));
    }
    if (Boolean.FALSE.equals(request.ticking())) {
      clock.stopAt(now.toInstant());
    } else {
      clock.moveTo(now.toInstant());
    }
    timers.runAll();
    return read();
  }

  @GetMapping("/local/clock")
  ClockView read() {
    return new ClockView(ChinaTime.at(clock.instant()), clock.ticks());
  }
}
