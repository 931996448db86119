package lantian.warning.proposal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Assessment;
import lantian.warning.assessment.Explaining;
import lantian.warning.assessment.Judging;
import lantian.warning.assessment.LiveJudgement;
import lantian.warning.assessment.Standing;
import lantian.warning.damping.Damped;
import lantian.warning.damping.TellingAgreement;
import lantian.warning.damping.Weighed;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.policy.Policy;
import lantian.warning.turn.Turns;
import lantian.warning.warning.Warning;
import lantian.warning.warning.Warnings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges a jurisdiction after each forecast and observation, against the level in force. A newer
 * judgement replaces a proposal that nobody has put forward; one that was is left alone, with no
 * second beside it; what was rejected is not proposed again before a newer run. Where the level
 * stands and its warning's validity ends soon, an extension is proposed. While a higher platform
 * orders a level, nothing below it is.
 */
@Service
public class ProposingChange {
  private final Outlooks outlooks;
  private final Judging judging;
  private final Explaining explaining;
  private final WeighingRuns weighing;
  private final TellingAgreement telling;
  private final Proposals proposals;
  private final ProposalEvents events;
  private final Warnings warnings;
  private final OrderedLevels orderedLevels;
  private final Turns turns;

  public ProposingChange(
      Outlooks outlooks,
      Judging judging,
      Explaining explaining,
      WeighingRuns weighing,
      TellingAgreement telling,
      Proposals proposals,
      ProposalEvents events,
      Warnings warnings,
      OrderedLevels orderedLevels,
      Turns turns) {
    this.outlooks = outlooks;
    this.judging = judging;
    this.explaining = explaining;
    this.weighing = weighing;
    this.telling = telling;
    this.proposals = proposals;
    this.events = events;
    this.warnings = warnings;
    this.orderedLevels = orderedLevels;
    this.turns = turns;
  }

  /** Judges, and makes, keeps or replaces the proposal; in the transaction that holds the turn. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Judged afterNews(Jurisdiction jurisdiction, Mode mode, Instant now, long turn) {
    return propose(jurisdiction, mode, now, turn, null);
  }

  /** The same after an order came, also where there is nothing to judge. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Judged afterOrder(
      Jurisdiction jurisdiction, Mode mode, Instant now, long turn, OrderedLevel order) {
    return propose(jurisdiction, mode, now, turn, order);
  }

  private Judged propose(
      Jurisdiction jurisdiction, Mode mode, Instant now, long turn, @Nullable OrderedLevel news) {
    Outlook outlook = outlooks.of(jurisdiction, mode, now);
    Warning inForce = warnings.inForce(jurisdiction.code(), mode).orElse(null);
    LiveJudgement judgement = judge(outlook, inForce, now);
    Proposal standing = proposals.standing(jurisdiction.code(), mode).orElse(null);
    if (!jurisdiction.warned()) {
      return new Judged(outlook.forecastId(), judgement, null, null);
    }
    OrderedLevel ordered = orderedLevels.of(jurisdiction.code(), mode, now).orElse(endOf(news));
    if ((judgement == null && ordered == null)
        || (standing != null && !standing.state().isReplaceable())) {
      return new Judged(outlook.forecastId(), judgement, standing, null);
    }
    Weighed weighed =
        judgement == null ? null : weighing.weigh(judgement, outlook, jurisdiction, mode, now);
    Place place = new Place(jurisdiction.code(), mode, now, turn);
    ProposedChange judged =
        weighed == null ? null : wanted(weighed, outlook, inForce, standing, place);
    FollowingOrder.Wanted instead =
        FollowingOrder.instead(ordered, judged, judgement == null, inForce);
    ProposedChange wanted =
        instead == null
            ? judged
            : ordered(instead, outlook, inForce, standing, place, news != null);
    Damped damped = weighed == null ? null : weighed.damped();
    if (wanted != null && standing != null && wanted.asksForTheSameAs(standing.change())) {
      return new Judged(outlook.forecastId(), judgement, standing, damped);
    }
    if (standing != null) {
      keep(standing.supersede(now));
    }
    if (wanted == null) {
      return new Judged(outlook.forecastId(), judgement, null, damped);
    }
    Proposal proposed = Proposal.of(place.id("proposal"), wanted, now);
    keep(new ProposalEvent.Proposed(proposed));
    return new Judged(outlook.forecastId(), judgement, proposed, damped);
  }

  /**
   * Judges without news, where the validity of the warning in force ends soon and nothing stands:
   * what there is to be extended may be known from the last forecast.
   */
  @Transactional
  public void asTimePasses(Jurisdiction jurisdiction, Mode mode, Instant now) {
    Warning inForce = warnings.inForce(jurisdiction.code(), mode).orElse(null);
    if (proposals.standing(jurisdiction.code(), mode).isPresent()) {
      return;
    }
    Outlook outlook = outlooks.of(jurisdiction, mode, now);
    LiveJudgement judgement = judge(outlook, inForce, now);
    // The turn is taken only where something comes of it: ids follow from its number.
    if (judgement != null && toExtend(judgement, inForce, outlook.policy(), now) != null) {
      afterNews(jurisdiction, mode, now, turns.take(jurisdiction.code(), mode));
    }
  }

  /** Judges without news what waited for other runs: it may begin soon by now. */
  @Transactional
  public void afterWaiting(Jurisdiction jurisdiction, Mode mode, Instant now) {
    Judged judged = asItStands(jurisdiction, mode, now);
    boolean asked = judged.judgement() != null && judged.judgement().change() != null;
    if (asked && judged.standing() == null && judged.damped() == null) {
      afterNews(jurisdiction, mode, now, turns.take(jurisdiction.code(), mode));
    }
  }

  /** As {@link #afterNews} would judge, with nothing changed by it. */
  @Transactional(readOnly = true)
  public Judged asItStands(Jurisdiction jurisdiction, Mode mode, Instant now) {
    Warning inForce = warnings.inForce(jurisdiction.code(), mode).orElse(null);
    Outlook outlook = outlooks.of(jurisdiction, mode, now);
    LiveJudgement judgement = judge(outlook, inForce, now);
    Proposal standing = proposals.standing(jurisdiction.code(), mode).orElse(null);
    Damped damped =
        judgement == null || (standing != null && !standing.state().isReplaceable())
            ? null
            : weighing.weigh(judgement, outlook, jurisdiction, mode, now).damped();
    return new Judged(outlook.forecastId(), judgement, standing, damped);
  }

  /** Series are hourly: what is judged is the hour, whichever minute of it this is. */
  private @Nullable LiveJudgement judge(Outlook outlook, @Nullable Warning inForce, Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    WarningLevel level = inForce == null ? WarningLevel.NONE : inForce.level();
    return outlook.series() == null
        ? null
        : judging.judgeLive(outlook.series(), outlook.policy(), hour, level, outlook.causeMark());
  }

  private void keep(ProposalEvent event) {
    proposals.save(event, null);
    events.publish(event);
  }

  private @Nullable ProposedChange wanted(
      Weighed weighed,
      Outlook outlook,
      @Nullable Warning inForce,
      @Nullable Proposal standing,
      Place place) {
    LiveJudgement judgement = weighed.judgement();
    Instant until = toExtend(judgement, inForce, outlook.policy(), place.now());
    ChangeKind kind = until == null ? judgement.change() : ChangeKind.EXTEND;
    WarningLevel to = judgement.toLevel();
    if (kind == null
        || proposals.wasRejectedOver(
            place.jurisdiction(), place.mode(), kind, to, outlook.forecastId())) {
      return null;
    }
    Assessment assessment = judgement.assessment();
    Instant from = assessment.from();
    Duration lead = Duration.ofHours(outlook.policy().leadHours());
    // A lift has no run of its own: it ends the response that there is.
    var cause =
        assessment.cause() == null && inForce != null ? inForce.cause() : assessment.cause();
    if (cause == null) {
      throw new IllegalStateException("a level without a cause");
    }
    return new ProposedChange(
        place.mode(),
        place.jurisdiction(),
        inForce == null ? warningToBe(standing, place) : inForce.id(),
        kind,
        judgement.inForce(),
        to,
        cause,
        assessment.response() == null ? outlook.policy().responseTo(cause) : assessment.response(),
        from == null ? null : from.minus(lead),
        assessment.to(),
        outlook.policy().reference(),
        outlook.forecastId(),
        reason(weighed, until, place.mode()));
  }

  private Text reason(Weighed weighed, @Nullable Instant until, Mode mode) {
    Text reason =
        until == null ? reason(weighed) : explaining.extension(weighed.judgement(), until);
    return mode == Mode.LIVE ? reason : explaining.inDrill(reason);
  }

  /** Why, how far the runs agree on it, and what of it waits for other runs. */
  private Text reason(Weighed weighed) {
    Text reason =
        and(explaining.reason(weighed.judgement()), telling.confidence(weighed.agreements()));
    Damped damped = weighed.damped();
    return damped == null ? reason : and(reason, telling.damped(damped));
  }

  private static Text and(Text one, Text other) {
    return other.zh().isEmpty()
        ? one
        : new Text(one.zh() + other.zh(), one.en() + " " + other.en());
  }

  private static @Nullable OrderedLevel endOf(@Nullable OrderedLevel news) {
    return news != null && news.level() == WarningLevel.NONE ? news : null;
  }

  /** What an order asks for; what was rejected comes again only with a new order, or a new run. */
  private @Nullable ProposedChange ordered(
      FollowingOrder.Wanted wanted,
      Outlook outlook,
      @Nullable Warning inForce,
      @Nullable Proposal standing,
      Place place,
      boolean isNew) {
    ChangeKind kind = wanted.change();
    if (kind == null
        || (!isNew
            && proposals.wasRejectedOver(
                place.jurisdiction(), place.mode(), kind, wanted.to(), outlook.forecastId()))) {
      return null;
    }
    return new ProposedChange(
        place.mode(),
        place.jurisdiction(),
        inForce == null ? warningToBe(standing, place) : inForce.id(),
        kind,
        inForce == null ? WarningLevel.NONE : inForce.level(),
        wanted.to(),
        wanted.cause(),
        outlook.policy().responseTo(wanted.cause()),
        wanted.from(),
        wanted.until(),
        outlook.policy().reference(),
        outlook.forecastId(),
        wanted.reason());
  }

  /** Until when the warning is valid that should be extended; null where none should. */
  private static @Nullable Instant toExtend(
      LiveJudgement judgement, @Nullable Warning inForce, Policy policy, Instant now) {
    Instant validTo = inForce == null ? null : inForce.validTo();
    Instant to = judgement.assessment().to();
    if (inForce == null
        || validTo == null
        || to == null
        || judgement.standing() != Standing.SAME_LEVEL
        || !inForce.endsWithin(policy.lifecycle().promptBeforeHours(), now)) {
      return null;
    }
    Duration atLeast = Duration.ofHours(policy.lifecycle().extendAtLeastHours());
    return to.isBefore(validTo.plus(atLeast)) ? null : validTo;
  }

  /** What replaces a proposal that was never put through proposes the same warning. */
  private static UUID warningToBe(@Nullable Proposal standing, Place place) {
    return standing != null && standing.change().kind() == ChangeKind.RAISE
        ? standing.change().warningId()
        : place.id("warning");
  }

  /** Where and when; ids follow from it, so that the same history has the same ids. */
  private record Place(String jurisdiction, Mode mode, Instant now, long turn) {
    UUID id(String of) {
      String name =
          String.join(
              "/", "lantian", of, mode.name(), jurisdiction, now.toString(), Long.toString(turn));
      return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
  }
}
