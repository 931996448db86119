package lantian.warning.drill.web;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import lantian.events.ChinaTime;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.drill.ActingInDrill;
import lantian.warning.drill.Drill;
import lantian.warning.drill.Drills;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what somebody brings to a drill belongs there: the drill runs, and is of this place. */
@Component
public class TakingPart {
  private final Drills drills;
  private final ActingInDrill acting;
  private final Clock clock;

  public TakingPart(Drills drills, ActingInDrill acting, Clock clock) {
    this.drills = drills;
    this.acting = acting;
    this.clock = clock;
  }

  /**
   * The drill, or a problem that says why not.
   *
   * @param jurisdiction null: not given, which others refuse
   */
  public Drill in(UUID id, @Nullable String jurisdiction) {
    Drill drill =
        drills
            .find(id)
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "drill.unknown", id.toString()));
    if (jurisdiction != null && !jurisdiction.equals(drill.jurisdiction())) {
      throw Problem.invalid(FieldError.at("/jurisdiction", "not-in-drill", drill.jurisdiction()));
    }
    if (!drill.isOpen()) {
      throw ended();
    }
    if (!drill.takesPartAt(clock.instant())) {
      throw Problem.of(
          ProblemType.WRONG_STATE,
          "drill.not-now",
          ChinaTime.at(drill.announced().begins()).toString(),
          ChinaTime.at(drill.announced().ends()).toString());
    }
    return drill;
  }

  /** Does it, unless somebody has ended the drill meanwhile. */
  public <T> T whileItLasts(Drill drill, Supplier<T> what) {
    return acting.act(drill, what).orElseThrow(TakingPart::ended);
  }

  private static Problem ended() {
    return Problem.of(ProblemType.WRONG_STATE, "drill.ended");
  }
}
