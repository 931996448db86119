package lantian.warning.proposal.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import lantian.events.Mode;
import lantian.kit.observability.Figure;
import lantian.kit.observability.Measure;
import lantian.kit.observability.Survey;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.proposal.ProposalState;
import lantian.warning.proposal.Proposals;
import lantian.warning.proposal.WaitingProposal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which proposals wait for a person, and for how long the oldest has; by business time. */
@Component
final class ProposalSurvey implements Survey {
  private static final Measure APPROVAL =
      Measure.seconds(
          "approval.pending",
          "Since when the oldest proposal that was submitted waits for approval");
  private static final Measure OVERDUE =
      Measure.seconds(
          "approval.overdue", "Since when the oldest approval that is due has been overdue");
  private static final Measure PENDING =
      Measure.count("proposals.pending", "Proposals that wait for a person");

  /** The only one of its name that is told here: nobody else knows of every proposal. */
  private static final Measure OLDEST =
      Measure.seconds("incident.oldest", "Age of the oldest thing that waits in a place");

  private static final Set<ProposalState> STANDING =
      EnumSet.of(ProposalState.OPEN, ProposalState.SUBMITTED, ProposalState.RETURNED);

  private final Proposals proposals;
  private final Jurisdictions jurisdictions;
  private final Clock clock;

  ProposalSurvey(Proposals proposals, Jurisdictions jurisdictions, Clock clock) {
    this.proposals = proposals;
    this.jurisdictions = jurisdictions;
    this.clock = clock;
  }

  private record Place(String jurisdiction, Mode mode) {}

  @Override
  public List<Measure> measures() {
    return List.of(APPROVAL, OVERDUE, PENDING, OLDEST);
  }

  @Override
  public List<Figure> look() {
    var now = clock.instant();
    var waiting = proposals.waiting();
    var figures = new ArrayList<Figure>();
    for (var mode : Mode.values()) {
      figures.add(
          APPROVAL.is(
              oldest(waiting, p -> p.mode() == mode, WaitingProposal::submittedAt, now),
              "mode",
              mode.name()));
      figures.add(
          OVERDUE.is(
              oldest(waiting, p -> p.mode() == mode, WaitingProposal::due, now),
              "mode",
              mode.name()));
      for (var state : STANDING) {
        var count = waiting.stream().filter(p -> p.mode() == mode && p.state() == state).count();
        figures.add(PENDING.is(count, "mode", mode.name(), "state", state.name()));
      }
    }
    for (var place : places(waiting)) {
      figures.add(
          OLDEST.is(
              oldest(waiting, p -> place.equals(placeOf(p)), WaitingProposal::proposedAt, now),
              "jurisdiction",
              place.jurisdiction(),
              "mode",
              place.mode().name(),
              "waiting",
              "FOR_APPROVAL"));
    }
    return figures;
  }

  /** All that are known, live, and where something waits in a drill. */
  private Set<Place> places(List<WaitingProposal> waiting) {
    var places = new HashSet<Place>();
    jurisdictions.all().stream()
        .map(Jurisdiction::code)
        .forEach(code -> places.add(new Place(code, Mode.LIVE)));
    waiting.forEach(proposal -> places.add(placeOf(proposal)));
    return places;
  }

  private static Place placeOf(WaitingProposal proposal) {
    return new Place(proposal.jurisdiction(), proposal.mode());
  }

  /** In seconds; 0 where nothing waits. */
  private static double oldest(
      List<WaitingProposal> waiting,
      Predicate<WaitingProposal> which,
      Function<WaitingProposal, @Nullable Instant> since,
      Instant now) {
    return waiting.stream()
        .filter(which)
        .map(since)
        .filter(Objects::nonNull)
        .mapToDouble(at -> Math.max(0, Duration.between(at, now).toMillis() / 1000.0))
        .max()
        .orElse(0);
  }
}
