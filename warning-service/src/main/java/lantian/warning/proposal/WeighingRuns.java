package lantian.warning.proposal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Judging;
import lantian.warning.assessment.LiveJudgement;
import lantian.warning.damping.DampingChange;
import lantian.warning.damping.RunJudged;
import lantian.warning.damping.Weighed;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.policy.Policy;
import org.springframework.stereotype.Service;

/** Judges the runs issued last, as they look at one moment, and holds a judgement against them. */
@Service
public class WeighingRuns {
  /** Four of each of three sources. */
  private static final int MOST_RUNS = 12;

  private final Outlooks outlooks;
  private final Judging judging;
  private final DampingChange damping;

  public WeighingRuns(Outlooks outlooks, Judging judging, DampingChange damping) {
    this.outlooks = outlooks;
    this.judging = judging;
    this.damping = damping;
  }

  /** Reads other runs only where a change is asked for. */
  public Weighed weigh(
      LiveJudgement latest, Outlook outlook, Jurisdiction jurisdiction, Mode mode, Instant now) {
    if (latest.change() == null) {
      return new Weighed(latest, null, List.of());
    }
    List<RunJudged> runs = runs(jurisdiction, mode, outlook.policy(), latest.inForce(), now);
    return damping.weigh(
        latest, countingFirst(runs, outlook), outlook.policy(), outlook.causeMark());
  }

  /** The run by which the place is judged is asked first, also where another source is newer. */
  private static List<RunJudged> countingFirst(List<RunJudged> runs, Outlook outlook) {
    return runs.stream()
        .sorted(Comparator.comparing(run -> !run.forecastId().equals(outlook.forecastId())))
        .toList();
  }

  /** The newest first, each as it alone is judged now with what was measured. */
  public List<RunJudged> runs(
      Jurisdiction jurisdiction, Mode mode, Policy policy, WarningLevel inForce, Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    return outlooks.ofLatestRuns(jurisdiction, mode, policy, now, MOST_RUNS).stream()
        .map(
            run ->
                new RunJudged(
                    run.forecastId(),
                    run.source(),
                    run.issuedAt(),
                    judging.judgeLive(run.series(), policy, hour, inForce, run.causeMark())))
        .toList();
  }
}
