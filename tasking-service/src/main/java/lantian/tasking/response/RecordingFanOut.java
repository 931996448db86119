package lantian.tasking.response;

import java.time.Instant;
import lantian.events.ChinaTime;
import lantian.tasking.fanout.FanOutRuns;
import lantian.tasking.fanout.LevelBefore;
import lantian.tasking.fanout.NewFanOut;
import lantian.tasking.plan.Plans;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes note of a level change and of the work that it makes; {@link WritingFanOut} does the work.
 */
@Service
@Transactional
public class RecordingFanOut {
  private final Plans plans;
  private final Responses responses;
  private final FanOutRuns runs;

  public RecordingFanOut(Plans plans, Responses responses, FanOutRuns runs) {
    this.plans = plans;
    this.responses = responses;
    this.runs = runs;
  }

  /** Whether a plan says who has to do what there. */
  public boolean hasPlan(String jurisdiction) {
    return plans.of(jurisdiction).isPresent();
  }

  /**
   * Tells whether the change takes effect: a revision that is not newer than the latest does not.
   *
   * @param happenedAt business time of the event that told of it
   * @throws OtherMode where the warning was of the other mode until now
   * @throws NoPlan where the jurisdiction has none, so that the change cannot be tasked
   */
  public boolean record(LevelChange change, Instant happenedAt) {
    var before = responses.take(change.warning()).orElse(null);
    if (before != null && before.change().mode() != change.mode()) {
      throw new OtherMode(change);
    }
    if (before != null && before.change().revision() >= change.revision()) {
      return false;
    }
    var plan = plans.of(change.jurisdiction()).orElseThrow(() -> new NoPlan(change));
    if (!responses.begin(
        new RunningResponse(change, plan.version(), ChinaTime.dateOf(change.publishedAt())))) {
      return false;
    }
    runs.record(
        new NewFanOut(
            change.warning(),
            change.revision(),
            change.jurisdiction(),
            change.to(),
            before == null
                ? null
                : new LevelBefore(before.change().to(), before.change().response()),
            plan.version(),
            before != null && !before.planVersion().equals(plan.version()),
            plan.units().size(),
            happenedAt));
    return true;
  }
}
