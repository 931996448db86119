package lantian.reporting.rebuild.worker;

import java.util.List;
import lantian.kit.observability.Figure;
import lantian.kit.observability.Measure;
import lantian.kit.observability.Survey;
import lantian.reporting.rebuild.Rebuilds;
import org.springframework.stereotype.Component;

/** Whether the projections are being rebuilt, for how long, and how much is left. */
@Component
record RebuildSurvey(Rebuilds rebuilds) implements Survey {
  private static final Measure AGE =
      Measure.seconds("projection.rebuild", "Since when a rebuild of the projections runs");
  private static final Measure LEFT =
      Measure.count("projection.rebuild.left", "Events that the rebuild has yet to read");
  private static final Measure FAILED =
      Measure.count("projection.rebuild.failed", "1 where the last rebuild has failed");

  @Override
  public List<Measure> measures() {
    return List.of(AGE, LEFT, FAILED);
  }

  @Override
  public List<Figure> look() {
    var standing = rebuilds.standing();
    return List.of(
        AGE.is(standing.seconds()), LEFT.is(standing.left()), FAILED.is(standing.failed() ? 1 : 0));
  }
}
