package lantian.reporting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import lantian.events.AnswerWay;
import lantian.events.Cascade;
import lantian.events.ChinaTime;
import lantian.events.EscalationStep;
import lantian.events.Event;
import lantian.events.EventType;
import lantian.events.Mode;
import lantian.events.Topics;
import lantian.events.WarningLevel;
import lantian.kit.web.StrictJson;
import lantian.reporting.episode.AirRecords;
import lantian.reporting.episode.DeliveryRecord;
import lantian.reporting.episode.DeliveryRecords;
import lantian.reporting.episode.DutyRecord;
import lantian.reporting.episode.DutyRecords;
import lantian.reporting.episode.MeasuredHour;
import lantian.reporting.episode.Warnings;
import lantian.reporting.report.ReportId;
import lantian.reporting.report.Reports;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Events come twice, late, and one topic before the other; what is kept is the same. */
@OnReportingService
class ReadingEventsTest {
  /** The county carries out what the city has published. */
  private static final Cascade BINDS = new Cascade(null, List.of("150822"), null);

  private static final LocalDate DAY = ToldEvents.PUBLISHED.toLocalDate();

  @Autowired TopicProbe topics;
  @Autowired Warnings warnings;
  @Autowired AirRecords air;
  @Autowired DutyRecords duties;
  @Autowired DeliveryRecords deliveries;
  @Autowired Reports reports;
  @Autowired JdbcClient sql;

  @Test
  void aLiftToldTwiceOpensOneReportDueFiveWorkingDaysLater() {
    ToldEvents told = new ToldEvents("652301", Mode.LIVE);
    topics.send(told.raised());
    UUID lift = twice(told.lifted());
    var report = reports.findBy(ReportId.of(told.warning)).orElseThrow();
    assertThat(report.due().date()).isEqualTo(LocalDate.parse("2026-01-15"));
    assertThat(report.due().provisional()).isFalse();
    assertThat(report.liftEventId()).isEqualTo(lift);
    assertThat(warnings.levelsOf(told.warning)).hasSize(2);
    assertThat(reports.all("652301", null))
        .extracting(r -> r.warningId())
        .containsOnlyOnce(told.warning);
  }

  @Test
  void aCancelledWarningOwesNoReport() {
    ToldEvents told = new ToldEvents("652302", Mode.LIVE);
    topics.send(told.raised());
    handled(topics.send(told.cancelled()));
    assertThat(warnings.levelsOf(told.warning)).hasSize(2);
    assertThat(reports.findBy(ReportId.of(told.warning))).isEmpty();
  }

  @Test
  void aCityWhoseCountiesCarryItsWarningOutOwesNoReport() {
    ToldEvents city = new ToldEvents("150800", Mode.LIVE);
    topics.send(ToldEvents.with(city.raised(), BINDS));
    handled(topics.send(ToldEvents.with(city.lifted(), BINDS)));
    assertThat(warnings.levelsOf(city.warning))
        .extracting(step -> step.binds())
        .containsOnly(List.of("150822"));
    assertThat(reports.findBy(ReportId.of(city.warning))).isEmpty();
    assertThat(reports.all("150800", null)).isEmpty();
  }

  @Test
  void aCityWithUnitsOfItsOwnOwesOneWhicheverIsKnownFirst() {
    ToldEvents liftFirst = new ToldEvents("650100", Mode.LIVE);
    topics.send(ToldEvents.with(liftFirst.raised(), BINDS));
    handled(topics.send(ToldEvents.with(liftFirst.lifted(), BINDS)));
    assertThat(reports.findBy(ReportId.of(liftFirst.warning))).isEmpty();
    handled(topics.send(liftFirst.assigned(1, 1, "落实扬尘防治")));
    assertThat(reports.findBy(ReportId.of(liftFirst.warning))).isPresent();

    ToldEvents dutiesFirst = new ToldEvents("650100", Mode.LIVE);
    handled(topics.send(dutiesFirst.assigned(1, 1, "落实扬尘防治")));
    topics.send(ToldEvents.with(dutiesFirst.raised(), BINDS));
    UUID lift = twice(ToldEvents.with(dutiesFirst.lifted(), BINDS));
    assertThat(reports.findBy(ReportId.of(dutiesFirst.warning)).orElseThrow().liftEventId())
        .isEqualTo(lift);
    assertThat(reports.all("650100", Mode.LIVE)).hasSize(2);
  }

  @Test
  void aWarningThatIsCarriedOutInAnotherResponseOpensNoSecondReport() {
    ToldEvents response = new ToldEvents("150823", Mode.LIVE);
    ToldEvents own = new ToldEvents("150823", Mode.LIVE);
    Cascade carriedOut = new Cascade(null, List.of(), response.warning);
    topics.send(response.raised());
    topics.send(ToldEvents.with(own.raised(), carriedOut));
    handled(topics.send(response.assigned(1, 1, "落实扬尘防治")));
    twice(ToldEvents.with(own.lifted(), carriedOut));
    assertThat(reports.all("150823", null)).isEmpty();
    handled(topics.send(response.lifted()));
    assertThat(reports.all("150823", null))
        .extracting(report -> report.warningId())
        .containsExactly(response.warning);
  }

  @Test
  void proposalsAreKeptOnceWithThePersonsAndTimes() {
    ToldEvents told = new ToldEvents("652303", Mode.LIVE);
    twice(told.approved());
    twice(told.proposed());
    assertThat(warnings.proposalsOf(told.warning))
        .extracting(s -> s.kind().name(), s -> s.by())
        .containsExactly(tuple("PROPOSED", null), tuple("APPROVED", "headquarters"));
  }

  @Test
  void aForecastToldTwiceIsOneRun() {
    ToldEvents told = new ToldEvents("652304", Mode.LIVE);
    UUID event = twice(told.forecast("州环境监测站"));
    var from = ToldEvents.PUBLISHED.minusDays(1).toInstant();
    assertThat(air.runs("652304", Mode.LIVE, from, from.plus(Duration.ofDays(2))))
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.eventId()).isEqualTo(event);
              assertThat(run.days()).hasSize(2);
              assertThat(run.days().get(1).aqi()).isNull();
            });
  }

  @Test
  void anOlderPostingOfAnHourDoesNotUndoItsCorrection() {
    ToldEvents told = new ToldEvents("652305", Mode.LIVE);
    UUID correction = twice(told.observed(5, DAY, 240));
    handled(topics.send(told.observed(4, DAY, 100)));
    assertThat(hours(told)).hasSize(24).allMatch(is(240, correction));
    UUID newer = handled(topics.send(told.observed(6, DAY, 180)));
    assertThat(hours(told)).hasSize(24).allMatch(is(180, newer));
    assertThat(hours(told).getFirst().values()).hasSize(2);
  }

  private static Predicate<MeasuredHour> is(int aqi, UUID event) {
    return hour -> Integer.valueOf(aqi).equals(hour.aqi()) && hour.eventId().equals(event);
  }

  private List<MeasuredHour> hours(ToldEvents told) {
    var from = DAY.atStartOfDay(ChinaTime.ZONE).toInstant();
    return air.hours(told.jurisdiction, told.mode, from, from.plus(Duration.ofDays(1)));
  }

  @Test
  void aDrillsHoursStandBesideTheLiveOnes() {
    ToldEvents live = new ToldEvents("652306", Mode.LIVE);
    ToldEvents drill = new ToldEvents("652306", Mode.DRILL);
    handled(topics.send(live.observed(1, DAY, 90)));
    handled(topics.send(drill.observed(2, DAY, 400)));
    assertThat(hours(live)).allMatch(h -> Integer.valueOf(90).equals(h.aqi()));
    assertThat(hours(drill)).allMatch(h -> Integer.valueOf(400).equals(h.aqi()));
  }

  @Test
  void dutiesMayBeKnownBeforeTheirWarningAndStepsBeforeTheirDuty() {
    ToldEvents told = new ToldEvents("652307", Mode.LIVE);
    twice(told.completed("sites", 3, "已停工"));
    assertThat(duty(told, "sites").work()).isNull();
    handled(topics.send(told.accepted("sites", 2)));
    handled(topics.send(told.overdue("dust", 2)));
    twice(told.assigned(1, 1, "落实扬尘防治"));
    assertThat(warnings.levelsOf(told.warning)).isEmpty();
    DutyRecord sites = duty(told, "sites");
    assertThat(sites.completed()).isTrue();
    assertThat(sites.completedLate()).isTrue();
    assertThat(sites.level()).isEqualTo(WarningLevel.ORANGE);
    assertThat(sites.steps())
        .extracting(s -> s.kind().name())
        .containsExactly("ASSIGNED", "ACCEPTED", "COMPLETED");
    assertThat(duty(told, "dust").everOverdue()).isTrue();
  }

  @Test
  void anOlderAssignmentDoesNotReplaceTheDescription() {
    ToldEvents told = new ToldEvents("652308", Mode.LIVE);
    handled(topics.send(told.assigned(2, 4, "新的要求")));
    handled(topics.send(told.assigned(1, 1, "旧的要求")));
    var work = requireNonNull(duty(told, "sites").work());
    assertThat(work.statement().zh()).isEqualTo("新的要求");
  }

  @Test
  void aReturnThatCameBeforeItsCompletionStillCounts() {
    ToldEvents told = new ToldEvents("652309", Mode.LIVE);
    handled(topics.send(told.assigned(1, 1, "落实扬尘防治")));
    handled(topics.send(told.returned("sites", 4)));
    handled(topics.send(told.completed("sites", 3, "已停工")));
    assertThat(duty(told, "sites").completed()).isFalse();
    handled(topics.send(told.withdrawn("sites", 5)));
    assertThat(duty(told, "sites").withdrawn()).isTrue();
  }

  private DutyRecord duty(ToldEvents told, String code) {
    return duties.of(told.warning).stream()
        .filter(d -> d.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anAcknowledgementMayComeBeforeTheSending() {
    ToldEvents told = new ToldEvents("652310", Mode.LIVE);
    twice(told.acknowledged(4));
    assertThat(delivery(told).wasSent()).isTrue();
    assertThat(delivery(told).responseTime()).isNull();
    twice(told.sent(3, 2));
    handled(topics.send(told.sent(2, 1)));
    assertThat(delivery(told).responseTime()).isEqualTo(Duration.ofMinutes(12));
    var sent = requireNonNull(delivery(told).sent());
    assertThat(sent.attempts()).isEqualTo(2);
  }

  @Test
  void theWayOfAnAnswerIsKeptAndAnEventFromBeforeTheFieldIsReadWithoutIt() {
    ToldEvents byLink = new ToldEvents("652313", Mode.LIVE);
    twice(byLink.acknowledged(4, AnswerWay.LINK));
    assertThat(requireNonNull(delivery(byLink).acknowledged()).way()).isEqualTo(AnswerWay.LINK);

    ToldEvents old = new ToldEvents("652314", Mode.LIVE);
    var told = old.acknowledged(4, null);
    ObjectNode body = StrictJson.forEvents().valueToTree(told);
    body.remove("way");
    UUID id = UUID.randomUUID();
    topics.sendRaw(
        Topics.DELIVERIES,
        told.key(),
        StrictJson.forEvents().writeValueAsBytes(body),
        TopicProbe.headers(id, EventType.DELIVERY_ACKNOWLEDGED.wireName()));
    handled(id);
    var answered = requireNonNull(delivery(old).acknowledged());
    assertThat(answered.by()).isEqualTo("liaison");
    assertThat(answered.way()).isNull();
  }

  private DeliveryRecord delivery(ToldEvents told) {
    return deliveries.of(told.warning).stream()
        .filter(d -> d.unit().equals("zjj"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFailureIsKeptWithItsReason() {
    ToldEvents told = new ToldEvents("652311", Mode.LIVE);
    twice(told.failed());
    assertThat(deliveries.of(told.warning))
        .singleElement()
        .satisfies(d -> assertThat(d.wasSent()).isFalse())
        .satisfies(d -> assertThat(d.failed()).isNotNull());
  }

  @Test
  void anEscalationIsKeptOnceHoweverTheOtherEventsCome() {
    ToldEvents told = new ToldEvents("652312", Mode.LIVE);
    twice(told.escalated(EscalationStep.NOBODY_LEFT));
    twice(told.escalated(EscalationStep.DEPUTY));
    handled(topics.send(told.sent(3, 1)));
    assertThat(deliveries.of(told.warning))
        .extracting(d -> d.wasSent(), d -> requireNonNull(d.escalated()).step())
        .containsExactlyInAnyOrder(
            tuple(true, EscalationStep.NOBODY_LEFT), tuple(false, EscalationStep.DEPUTY));
    assertThat(deliveries.of(told.warning))
        .extracting(d -> requireNonNull(d.escalated()).of())
        .containsOnly(told.sent(3, 1).deliveryId());
  }

  private UUID twice(Event event) {
    UUID id = UUID.randomUUID();
    topics.send(id, event);
    topics.send(id, event);
    return handled(id);
  }

  /** Waits until the event took effect: its inbox row commits with it. */
  private UUID handled(UUID event) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                sql.sql("select count(*) from inbox where event_id = ?")
                        .param(event)
                        .query(Long.class)
                        .single()
                    == 1);
    return event;
  }
}
