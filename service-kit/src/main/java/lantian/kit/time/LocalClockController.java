package lantian.kit.time;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "local", description = "仅用于本机平台 / on a local platform only")
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
  @Operation(summary = "移动业务时间，到期事项办完后回答 / moves business time; answers when what fell due is done")
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
  @Operation(summary = "现在的业务时间 / business time as it is")
  ClockView read() {
    return new ClockView(ChinaTime.at(clock.instant()), clock.ticks());
  }
}
