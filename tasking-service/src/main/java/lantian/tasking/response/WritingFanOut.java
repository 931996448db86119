package lantian.tasking.response;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantian.tasking.duty.Duties;
import lantian.tasking.duty.Duty;
import lantian.tasking.fanout.Claim;
import lantian.tasking.fanout.FanOutRun;
import lantian.tasking.fanout.FanOutRuns;
import lantian.tasking.fanout.LostClaim;
import lantian.tasking.fanout.Progress;
import lantian.tasking.plan.Plan;
import lantian.tasking.plan.PlanChunk;
import lantian.tasking.plan.PlanUnit;
import lantian.tasking.plan.Plans;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a level change into what units have to do now, one chunk of the plan's units at a time:
 * their duties, their events and how far it came commit together, or nothing does.
 */
@Service
@Transactional
public class WritingFanOut {
  private final Plans plans;
  private final Responses responses;
  private final Duties duties;
  private final ResponseEvents events;
  private final FanOutRuns runs;
  private final DueTimes dueTimes;
  private final ChunkSize chunkSize;
  private final ChunkAhead<Place, NewChunk> ahead = new ChunkAhead<>(this::made);

  public WritingFanOut(
      Plans plans,
      Responses responses,
      Duties duties,
      ResponseEvents events,
      FanOutRuns runs,
      DueTimes dueTimes,
      ChunkSize chunkSize) {
    this.plans = plans;
    this.responses = responses;
    this.duties = duties;
    this.events = events;
    this.runs = runs;
    this.dueTimes = dueTimes;
    this.chunkSize = chunkSize;
  }

  /**
   * Writes the next chunk.
   *
   * @param silentAtMost how long the process may hang in the middle before others go on without it
   * @throws LostClaim where somebody else has gone on with it, or a newer revision came; nothing of
   *     the chunk is kept then
   */
  public void writeChunk(Claim claim, Duration silentAtMost) {
    var run = claim.run();
    var response =
        responses
            .find(run.warning())
            .filter(_ -> runs.holds(claim, silentAtMost))
            .orElseThrow(() -> new LostClaim(claim));
    if (response.change().revision() > run.revision()) {
      // An instance of the version before this one, which writes all at once, was faster.
      runs.supersede(claim);
      return;
    }
    var plan = plan(run);
    var begun = plan.version().equals(run.planVersion());
    var planChanged = run.planChanged() || !begun;
    if (!begun) {
      responses.follow(run.warning(), run.revision(), plan.version());
      response = response.under(plan.version());
    }
    // Where the plan is another by now, all its units are gone through again: what they have stays.
    var fromUnit = begun ? run.nextUnit() : 0;
    var chunk = plan.chunk(fromUnit, begun ? run.nextPosition() : 0, chunkSize.units());
    var progress =
        new Progress(
            plan.version(),
            planChanged,
            plan.units().size(),
            chunk.nextUnit(),
            chunk.nextPosition());
    if (run.before() == null && !progress.planChanged()) {
      writeNew(new Place(response, run.happenedAt(), plan, chunk), progress);
    } else {
      write(response, run, chunk, asked(run, plan, fromUnit, chunk, progress));
    }
    if (progress.isWhole()) {
      responses.completeFanOut(run.warning(), run.revision());
    }
    if (!runs.advance(claim, progress)) {
      throw new LostClaim(claim);
    }
  }

  private Plan plan(FanOutRun run) {
    var plan =
        plans
            .of(run.jurisdiction())
            .orElseThrow(
                () -> new IllegalStateException("no plan for jurisdiction " + run.jurisdiction()));
    if (!plan.version().equals(run.planVersion()) && !plan.isNewerThan(run.planVersion())) {
      throw new IllegalStateException(
          "plan " + run.planVersion() + " is not known here, only " + plan.version());
    }
    return plan;
  }

  /** With the last chunk also what units are asked for that are not in the plan any more. */
  private List<Duty> asked(
      FanOutRun run, Plan plan, int fromUnit, PlanChunk chunk, Progress progress) {
    return progress.isWhole() && progress.planChanged()
        ? duties.takeAskedOutside(run.warning(), codes(plan.units().subList(0, fromUnit)))
        : duties.takeAsked(run.warning(), codes(chunk.units()));
  }

  private void write(RunningResponse response, FanOutRun run, PlanChunk chunk, List<Duty> asked) {
    var change = response.change();
    var fanOut = new FanOut(change, chunk, run.before(), asked, dueTimes);
    duties.replace(fanOut.replaced(), change.publishedAt());
    var withdrawn = byUnit(duties.withdraw(fanOut.withdrawn(), change.publishedAt()));
    duties.add(fanOut.added());
    events.publishingChange(response, run.happenedAt(), fanOut.units(), withdrawn).run();
  }

  /**
   * Where a chunk of units that nothing has been asked of yet begins, and all that it is made of.
   */
  private record Place(RunningResponse response, Instant happenedAt, Plan plan, PlanChunk chunk) {

    Place next(ChunkSize size) {
      var after = plan.chunk(chunk.nextUnit(), chunk.nextPosition(), size.units());
      return new Place(response, happenedAt, plan, after);
    }
  }

  /** What such units get, ready to be written. */
  private record NewChunk(Runnable adding, Runnable publishing) {}

  private void writeNew(Place place, Progress progress) {
    var chunk = ahead.chunk(place);
    if (!progress.isWhole()) {
      ahead.begin(place.next(chunkSize));
    }
    chunk.adding().run();
    chunk.publishing().run();
  }

  private NewChunk made(Place place) {
    var response = place.response();
    var fanOut = new FanOut(response.change(), place.chunk(), null, List.of(), dueTimes);
    return new NewChunk(
        duties.adding(fanOut.added()),
        events.publishingChange(response, place.happenedAt(), fanOut.units(), Map.of()));
  }

  private static Map<String, List<Duty>> byUnit(List<Duty> duties) {
    return duties.stream().collect(Collectors.groupingBy(duty -> duty.assignment().unit()));
  }

  private static List<String> codes(List<PlanUnit> units) {
    return units.stream().map(PlanUnit::code).toList();
  }
}
