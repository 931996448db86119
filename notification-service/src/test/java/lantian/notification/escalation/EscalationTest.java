package lantian.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lantian.events.DeliveryPurpose;
import lantian.events.EscalationReason;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.notification.Messages;
import lantian.notification.contact.Rank;
import lantian.notification.delivery.Content.Escalated;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.Delivery.Subject;
import lantian.notification.delivery.DeliveryState;
import lantian.notification.escalation.Escalation.Decision;
import lantian.notification.escalation.Escalation.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EscalationTest {
  private static final Instant CREATED = Messages.AT;
  private static final Subject MESSAGE = Messages.message(DeliveryPurpose.LEVEL_CHANGE, null);
  private static final EscalationPolicy POLICY = policy(30, 60, 120);

  private final Escalation begun = Escalation.of(MESSAGE, POLICY);

  private static EscalationPolicy policy(
      @Nullable Integer deputy, @Nullable Integer desk, @Nullable Integer nobody) {
    var waits = new EscalationPolicy.Waits(duration(deputy), duration(desk), duration(nobody));
    Map<WarningLevel, EscalationPolicy.Waits> levels =
        Arrays.stream(WarningLevel.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> waits));
    return new EscalationPolicy(
        "test",
        1,
        new Text("试", "test"),
        "test",
        Set.of(),
        LocalDate.of(2016, 1, 1),
        Map.of(DeliveryPurpose.LEVEL_CHANGE, levels, DeliveryPurpose.STAND_DOWN, levels));
  }

  private static @Nullable Duration duration(@Nullable Integer minutes) {
    return minutes == null ? null : Duration.ofMinutes(minutes);
  }

  private static Instant after(int minutes) {
    return CREATED.plus(Duration.ofMinutes(minutes));
  }

  private static Delivery delivery(Rank rank, DeliveryState state, @Nullable Instant sentAt) {
    return Messages.delivery(MESSAGE, rank, state, sentAt);
  }

  private static Delivery toNobody() {
    var failed = liaison(DeliveryState.PERM_FAIL, null);
    return new Delivery(
        failed.id(),
        failed.mode(),
        failed.warningId(),
        failed.revision(),
        failed.jurisdiction(),
        failed.unit(),
        null,
        null,
        failed.purpose(),
        failed.content(),
        failed.createdAt(),
        failed.version(),
        failed.progress());
  }

  private static Delivery liaison(DeliveryState state, @Nullable Instant sentAt) {
    return delivery(Rank.LIAISON, state, sentAt);
  }

  @Test
  void theTimeBeginsWhenALiaisonHadTheMessage() {
    var sentLate = List.of(liaison(DeliveryState.ACCEPTED, after(10)));

    assertThat(begun.dueAt()).isEqualTo(after(30));
    assertThat(begun.decide(sentLate, POLICY, false, after(30)))
        .isEqualTo(new Decision.Wait(after(40)));
    assertThat(begun.decide(sentLate, POLICY, false, after(40)))
        .isEqualTo(new Decision.Tell(EscalationReason.UNANSWERED, after(10)));
  }

  @Test
  void orWithTheMessageWhereItHasNotBeenSentYet() {
    var notSent = List.of(liaison(DeliveryState.TEMP_FAIL, null));

    assertThat(begun.decide(notSent, POLICY, false, after(30).minusNanos(1)))
        .isEqualTo(new Decision.Wait(after(30)));
    assertThat(begun.decide(notSent, POLICY, false, after(30)))
        .isEqualTo(new Decision.Tell(EscalationReason.UNANSWERED, CREATED));
  }

  @Test
  void whatFailedForGoodWaitsForNothing() {
    assertThat(
            begun.decide(List.of(liaison(DeliveryState.PERM_FAIL, null)), POLICY, false, CREATED))
        .isEqualTo(new Decision.Tell(EscalationReason.NOT_DELIVERED, CREATED));
  }

  @Test
  void oneOfTwoThatMayStillAnswerIsWaitedFor() {
    var two =
        List.of(liaison(DeliveryState.PERM_FAIL, null), liaison(DeliveryState.TEMP_FAIL, null));

    assertThat(begun.decide(two, POLICY, false, after(1))).isEqualTo(new Decision.Wait(after(30)));
  }

  @Test
  void onlyThoseWhoseTurnItWasLastDecideWhetherNobodyWasReached() {
    var told = begun.havingTold(Rank.DEPUTY, after(60));
    var reached = liaison(DeliveryState.ACCEPTED, CREATED);
    var failed = delivery(Rank.DEPUTY, DeliveryState.PERM_FAIL, null);

    assertThat(told.decide(List.of(reached, failed), POLICY, false, after(31)))
        .isEqualTo(new Decision.Tell(EscalationReason.NOT_DELIVERED, CREATED));
    assertThat(told.next()).isEqualTo(Rank.DUTY_DESK);
  }

  @Test
  void whoIsToldHearsInsteadOfWhomAndAfterHowManyMinutes() {
    var silent = liaison(DeliveryState.ACCEPTED, CREATED);
    var unanswered = new Decision.Tell(EscalationReason.UNANSWERED, CREATED);
    var told = begun.havingTold(Rank.DEPUTY, after(60));

    assertThat(begun.how(Rank.DEPUTY, silent, unanswered, after(30)))
        .isEqualTo(
            new Escalated(Rank.DEPUTY, Rank.LIAISON, EscalationReason.UNANSWERED, CREATED, 30));
    assertThat(told.how(Rank.DUTY_DESK, silent, unanswered, after(60).plusSeconds(59)))
        .isEqualTo(
            new Escalated(Rank.DUTY_DESK, Rank.DEPUTY, EscalationReason.UNANSWERED, CREATED, 60));
  }

  @Test
  void withoutALiaisonItIsInsteadOfNobodyUntilTheDeputyWasTold() {
    var nobody = toNobody();
    var why = new Decision.Tell(EscalationReason.NOT_DELIVERED, CREATED);

    assertThat(begun.how(Rank.DUTY_DESK, nobody, why, CREATED).insteadOf()).isNull();
    assertThat(
            begun
                .havingTold(Rank.DEPUTY, after(60))
                .how(Rank.DUTY_DESK, nobody, why, after(60))
                .insteadOf())
        .isEqualTo(Rank.DEPUTY);
  }

  @Test
  void anAnswerOfAnybodyEndsItAndSoDoesANewerMessage() {
    var answered =
        List.of(
            liaison(DeliveryState.PERM_FAIL, null),
            delivery(Rank.DEPUTY, DeliveryState.ACKED, after(31)));

    assertThat(begun.decide(answered, POLICY, true, after(99)))
        .isEqualTo(new Decision.End(State.ANSWERED));
    assertThat(
            begun.decide(
                List.of(liaison(DeliveryState.ACCEPTED, CREATED)), POLICY, true, after(99)))
        .isEqualTo(new Decision.End(State.SUPERSEDED));
  }

  @Test
  void whatNoDeliveryIsLeftOfIsOver() {
    assertThat(begun.decide(List.of(), POLICY, false, after(99)))
        .isEqualTo(new Decision.End(State.SUPERSEDED));
  }

  @Test
  void afterTheDutyDeskItIsSaidThatNobodyIsLeft() {
    var last = begun.havingTold(Rank.DUTY_DESK, after(120));
    var all =
        List.of(
            liaison(DeliveryState.ACCEPTED, CREATED),
            delivery(Rank.DUTY_DESK, DeliveryState.ACCEPTED, after(60)));

    assertThat(last.next()).isNull();
    assertThat(last.decide(all, POLICY, false, after(119)))
        .isEqualTo(new Decision.Wait(after(120)));
    assertThat(last.decide(all, POLICY, false, after(120)))
        .isEqualTo(new Decision.Tell(EscalationReason.UNANSWERED, CREATED));
  }

  @Test
  void whereThePolicyNamesNoTimeTheTimeAloneEscalatesNothing() {
    var never = policy(null, null, null);
    var silent = List.of(liaison(DeliveryState.ACCEPTED, CREATED));

    assertThat(Escalation.of(MESSAGE, never).dueAt()).isNull();
    assertThat(begun.decide(silent, never, false, after(9_999))).isEqualTo(new Decision.Wait(null));
  }
}
