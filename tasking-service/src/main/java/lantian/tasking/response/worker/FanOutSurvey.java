package lantian.tasking.response.worker;

import java.util.List;
import lantian.kit.observability.Figure;
import lantian.kit.observability.Measure;
import lantian.kit.observability.Survey;
import lantian.tasking.fanout.FanOutRuns;
import org.springframework.stereotype.Component;

/** How much of the fan-outs is not written yet, and for how long the oldest waits. */
@Component
record FanOutSurvey(FanOutRuns runs) implements Survey {
  private static final Measure REMAINING =
      Measure.count(
          "fanout.remaining", "Units that have not got what a level change lays upon them");
  private static final Measure OLDEST =
      Measure.seconds("fanout.oldest", "Age of the oldest fan-out that is not whole");
  private static final Measure FAILED =
      Measure.count("fanout.failed", "Fan-outs that wait for an operator");

  @Override
  public List<Measure> measures() {
    return List.of(REMAINING, OLDEST, FAILED);
  }

  @Override
  public List<Figure> look() {
    var backlog = runs.backlog();
    return List.of(
        REMAINING.is(backlog.units()),
        OLDEST.is(backlog.oldest().toMillis() / 1000.0),
        FAILED.is(backlog.failed()));
  }
}
