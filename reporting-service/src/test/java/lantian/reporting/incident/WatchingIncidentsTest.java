package lantian.reporting.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lantian.events.AssignedDuty;
import lantian.events.Cascade;
import lantian.events.DeliverySent;
import lantian.events.DutiesAssigned;
import lantian.events.Event;
import lantian.events.EventType;
import lantian.events.Mode;
import lantian.kit.observability.Books;
import lantian.kit.time.MovableClock;
import lantian.kit.web.StrictJson;
import lantian.reporting.OnReportingService;
import lantian.reporting.ToldEvents;
import lantian.testing.Figures;
import lantian.testing.MetricTable;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.test.context.TestPropertySource;

/**
 * What the wall shows of a warning, from its publication to the last answer. The readers are handed
 * the events by the test: what others have told on the topics would be counted too.
 */
@OnReportingService
@Import(Figures.class)
@TestPropertySource(
    properties = {
      "lantian.reporting.incident.longest=3",
      "lantian.reporting.books.told-within=0s",
      // Readers are told directly; what other tests have put on the topics is no business of these.
      "spring.cloud.stream.bindings.forecasts-in-0.consumer.auto-startup=false",
      "spring.cloud.stream.bindings.warnings-in-0.consumer.auto-startup=false",
      "spring.cloud.stream.bindings.duties-in-0.consumer.auto-startup=false",
      "spring.cloud.stream.bindings.deliveries-in-0.consumer.auto-startup=false"
    })
class WatchingIncidentsTest {
  private static final Instant PUBLISHED = ToldEvents.PUBLISHED.toInstant();

  @Autowired Rest rest;
  @Autowired BeanFactory beans;
  @Autowired JdbcClient sql;
  @Autowired MovableClock clock;
  @Autowired Figures figures;
  @Autowired Books books;

  @BeforeEach
  void theWarningWasPublishedAMinuteAgo() {
    sql.sql("truncate level_step, duty, duty_step, asked_unit, delivery, proposal_step, report")
        .update();
    clock.stopAt(PUBLISHED.plusSeconds(60));
  }

  @AfterEach
  void theClockGoesOn() {
    clock.moveTo(Instant.now());
  }

  @Test
  void itIsFollowedFromItsPublicationToTheLastAnswer() {
    var told = new ToldEvents("652401", Mode.LIVE);
    assertThat(figures.lines("incident_level")).isEmpty();

    tell(told.proposed());
    tell(told.raised());
    assertThat(level()).isEqualTo(2);
    assertThat(oldest("FOR_DUTIES")).isEqualTo(60);
    assertThat(step("APPROVAL")).isEqualTo(240);
    assertThat(units("ASSIGNED")).isZero();

    tell(told.assigned(1, 1, "停工"));
    assertThat(oldest("FOR_DUTIES")).isZero();
    assertThat(oldest("FOR_DELIVERY")).isEqualTo(59);
    assertThat(oldest("FOR_COMPLETION")).isEqualTo(59);
    assertThat(units("ASSIGNED")).isEqualTo(1);
    assertThat(units("TOLD")).isZero();
    assertThat(duties("ASSIGNED")).isEqualTo(2);
    assertThat(figures.lines("incident_step_seconds", "FIRST_TOLD")).isEmpty();

    tell(told.sent(3, 1));
    assertThat(units("TOLD")).isEqualTo(1);
    assertThat(oldest("FOR_DELIVERY")).isZero();
    assertThat(oldest("FOR_ANSWER")).isEqualTo(57);
    assertThat(deliveries("SENT")).isEqualTo(1);
    assertThat(step("FIRST_TOLD")).isEqualTo(3);
    assertThat(step("ALL_TOLD")).isEqualTo(3);

    clock.stopAt(PUBLISHED.plusSeconds(3).plus(Duration.ofMinutes(10)).minusMillis(1));
    assertThat(units("SILENT")).isZero();
    assertThat(figures.lines("incident_unit_silent_seconds")).isEmpty();
    clock.stopAt(PUBLISHED.plusSeconds(3).plus(Duration.ofMinutes(10)));
    assertThat(units("SILENT")).isEqualTo(1);
    assertThat(figures.of("incident_unit_silent_seconds", "unit=\"住建局\"")).hasValue(600);

    tell(told.acknowledged(4));
    assertThat(units("ANSWERED")).isEqualTo(1);
    assertThat(units("SILENT")).isZero();
    assertThat(oldest("FOR_ANSWER")).isZero();
    assertThat(figures.lines("incident_unit_silent_seconds")).isEmpty();
    assertThat(deliveries("SENT")).isZero();
    assertThat(deliveries("ACKNOWLEDGED")).isEqualTo(1);
    assertThat(step("ALL_ANSWERED")).isEqualTo(723);

    tell(told.accepted("sites", 2));
    assertThat(units("WORKING")).isEqualTo(1);
    assertThat(duties("ACCEPTED")).isEqualTo(1);
    assertThat(units("LATE")).isZero();

    clock.stopAt(PUBLISHED.plus(Duration.ofHours(4)).plusSeconds(30));
    assertThat(units("LATE")).isEqualTo(1);
    assertThat(duties("OVERDUE")).isEqualTo(2);
    assertThat(figures.of("incident_unit_late_seconds", "unit=\"住建局\"")).hasValue(30);

    tell(told.completed("sites", 3, "已停工"));
    assertThat(duties("COMPLETED")).isEqualTo(1);
    assertThat(units("LATE")).isEqualTo(1);
    assertThat(units("DONE")).isZero();
    tell(told.completed("dust", 3, "已洒水"));
    assertThat(units("DONE")).isEqualTo(1);
    assertThat(units("LATE")).isZero();
    assertThat(oldest("FOR_COMPLETION")).isZero();
    assertThat(figures.lines("incident_unit_late_seconds")).isEmpty();

    tell(told.returned("sites", 4));
    assertThat(units("DONE")).isZero();
    assertThat(units("LATE")).isEqualTo(1);
  }

  @Test
  void aLiftedWarningIsWatchedForADayAndThenNoLonger() {
    var told = new ToldEvents("652402", Mode.LIVE);
    tell(told.raised());
    tell(told.assigned(1, 1, "停工"));
    tell(told.sent(3, 1));
    clock.stopAt(ToldEvents.LIFTED.toInstant().plusSeconds(10));
    tell(told.lifted());
    assertThat(level()).isZero();
    assertThat(oldest("FOR_DUTIES")).as("the unit has not heard of the lift").isEqualTo(10);
    tell(told.withdrawn("sites", 5));
    assertThat(oldest("FOR_DUTIES")).isZero();
    assertThat(units("ASSIGNED")).isEqualTo(1);
    assertThat(units("TOLD")).as("of the lift").isZero();
    assertThat(duties("WITHDRAWN")).isEqualTo(1);

    clock.stopAt(ToldEvents.LIFTED.toInstant().plus(Duration.ofHours(24)).minusMillis(1));
    assertThat(figures.lines("incident_level")).hasSize(1);
    clock.stopAt(ToldEvents.LIFTED.toInstant().plus(Duration.ofHours(24)));
    assertThat(figures.lines("incident_")).isEmpty();
    assertThat(figures.lines("incident_level")).isEmpty();
    assertThat(figures.lines("incident_units")).isEmpty();
  }

  @Test
  void aDrillStandsBesideTheLiveWarningOfThePlace() {
    var live = new ToldEvents("652403", Mode.LIVE);
    var drill = new ToldEvents("652403", Mode.DRILL);
    tell(live.raised());
    tell(drill.raised());
    tell(drill.assigned(1, 1, "演练"));
    assertThat(figures.of("incident_units", "mode=\"DRILL\"", "stage=\"ASSIGNED\"")).hasValue(1);
    assertThat(figures.of("incident_units", "mode=\"LIVE\"", "stage=\"ASSIGNED\"")).hasValue(0);
    assertThat(figures.lines("incident_level", "jurisdiction=\"652403\"")).hasSize(2);
  }

  @Test
  void aUnitWhoseMessageFailedIsUnreachableUntilSomebodyHasIt() {
    var told = new ToldEvents("652404", Mode.LIVE);
    tell(told.raised());
    tell(to(told, "slj", "水利局"));
    tell(told.failed());
    assertThat(units("UNREACHABLE")).isEqualTo(1);
    assertThat(deliveries("FAILED")).isEqualTo(1);
    assertThat(oldest("FOR_DELIVERY")).isEqualTo(59);
    tell(sent(told, "slj", Duration.ofSeconds(40)));
    assertThat(units("UNREACHABLE")).isZero();
    assertThat(units("TOLD")).isEqualTo(1);
  }

  @Test
  void aMessageOfAnEarlierChangeDoesNotTellOfTheLaterOne() {
    var told = new ToldEvents("652405", Mode.LIVE);
    tell(told.raised());
    tell(told.assigned(1, 1, "停工"));
    tell(told.sent(3, 1));
    tell(told.acknowledged(4));
    assertThat(units("ANSWERED")).isEqualTo(1);
    tell(told.assigned(2, 2, "停工停产"));
    assertThat(units("ASSIGNED")).isEqualTo(1);
    assertThat(units("TOLD")).isZero();
    assertThat(units("ANSWERED")).isZero();
  }

  @Test
  void noMoreUnitsAreNamedThanTheSettingAllowsAndThoseThatWaitLongest() {
    var told = new ToldEvents("652406", Mode.LIVE);
    tell(told.raised());
    IntStream.rangeClosed(1, 5).forEach(n -> tell(to(told, "u" + n, "单位" + n)));
    IntStream.rangeClosed(1, 5).forEach(n -> tell(sent(told, "u" + n, Duration.ofSeconds(10 - n))));
    clock.stopAt(PUBLISHED.plus(Duration.ofHours(6)));
    assertThat(units("SILENT")).isEqualTo(5);
    assertThat(figures.lines("incident_unit_silent_seconds"))
        .hasSize(3)
        .anyMatch(line -> line.contains("单位5"))
        .anyMatch(line -> line.contains("单位4"))
        .anyMatch(line -> line.contains("单位3"));
    assertThat(units("LATE")).isEqualTo(5);
    assertThat(figures.lines("incident_unit_late_seconds")).hasSize(3);
  }

  @Test
  void theBooksAskForDutiesMessagesAndReports() {
    var told = new ToldEvents("652407", Mode.LIVE);
    assertThat(imbalances("LEVEL_CHANGE_WITHOUT_DUTIES")).isZero();
    tell(told.raised());
    assertThat(imbalances("LEVEL_CHANGE_WITHOUT_DUTIES")).isEqualTo(1);
    assertThat(figures.of("books_imbalance", "LEVEL_CHANGE_WITHOUT_DUTIES"))
        .as("the patience is not over")
        .hasValue(0);
    tell(told.sent(3, 1));
    assertThat(imbalances("DELIVERY_WITHOUT_DUTIES")).isEqualTo(1);
    tell(told.assigned(1, 1, "停工"));
    assertThat(imbalances("LEVEL_CHANGE_WITHOUT_DUTIES")).isZero();
    assertThat(imbalances("DELIVERY_WITHOUT_DUTIES")).isZero();
    assertThat(imbalances("UNIT_TOLD_OF_NOTHING")).isZero();
    tell(told.assigned(2, 2, "停工停产"));
    assertThat(imbalances("UNIT_TOLD_OF_NOTHING")).isEqualTo(1);
    tell(told.lifted());
    assertThat(imbalances("LIFT_WITHOUT_REPORT")).isZero();
    sql.sql("delete from report where warning_id = ?").param(told.warning).update();
    assertThat(imbalances("LIFT_WITHOUT_REPORT")).isEqualTo(1);
  }

  @Test
  void whatOtherPlacesCarryOutLacksNothingHere() {
    var binds = new Cascade(null, List.of("150822"), null);
    var city = new ToldEvents("150800", Mode.LIVE);
    tell(ToldEvents.with(city.raised(), binds));
    assertThat(imbalances("LEVEL_CHANGE_WITHOUT_DUTIES")).isZero();
    assertThat(figures.lines("incident_level", "jurisdiction=\"150800\"")).hasSize(1);
    assertThat(figures.of("incident_oldest_seconds", "FOR_DUTIES")).hasValue(0);
    tell(ToldEvents.with(city.lifted(), binds));
    assertThat(imbalances("LIFT_WITHOUT_REPORT")).isZero();
  }

  @Test
  void aWarningThatIsCarriedOutInAnotherResponseIsTheSameIncident() {
    var response = new ToldEvents("150822", Mode.LIVE);
    var own = new ToldEvents("150822", Mode.LIVE);
    var carriedOut = new Cascade(null, List.of(), response.warning);
    tell(response.raised());
    tell(response.assigned(1, 1, "停工"));
    tell(ToldEvents.with(own.raised(), carriedOut));
    assertThat(imbalances("LEVEL_CHANGE_WITHOUT_DUTIES")).isZero();
    assertThat(figures.of("incident_units", "stage=\"ASSIGNED\"")).hasValue(1);
    tell(ToldEvents.with(own.lifted(), carriedOut));
    assertThat(imbalances("LIFT_WITHOUT_REPORT")).isZero();
  }

  @Test
  void theMetricsAreThoseOfTheDocuments() {
    var told = new ToldEvents("652408", Mode.LIVE);
    tell(told.proposed());
    tell(told.raised());
    tell(told.assigned(1, 1, "停工"));
    tell(told.sent(3, 1));
    clock.stopAt(PUBLISHED.plus(Duration.ofHours(6)));
    assertThat(figures.lines("incident_unit_late_seconds")).hasSize(1);
    MetricTable.mustBe("reporting", rest);
  }

  private double level() {
    return figures.of("incident_level").orElseThrow();
  }

  private double units(String stage) {
    return figures.of("incident_units", "stage=\"" + stage + "\"").orElseThrow();
  }

  private double duties(String state) {
    return figures.of("incident_duties", "state=\"" + state + "\"").orElseThrow();
  }

  private double deliveries(String state) {
    return figures.of("incident_deliveries", "state=\"" + state + "\"").orElseThrow();
  }

  private double oldest(String waiting) {
    return figures.of("incident_oldest_seconds", "waiting=\"" + waiting + "\"").orElseThrow();
  }

  private double step(String step) {
    return figures.of("incident_step_seconds", "step=\"" + step + "\"").orElseThrow();
  }

  private long imbalances(String invariant) {
    var found = books.imbalances(clock.instant(), Duration.ZERO).get(invariant);
    assertThat(found).as(invariant).isNotNull();
    return found == null ? -1 : found;
  }

  /** The same list for another unit, its duties its own. */
  private static DutiesAssigned to(ToldEvents told, String unit, String name) {
    var like = told.assigned(1, 1, "停工");
    return new DutiesAssigned(
        like.mode(),
        like.version(),
        like.warningId(),
        like.jurisdiction(),
        like.jurisdictionName(),
        like.occasion(),
        like.kind(),
        like.from(),
        like.to(),
        unit,
        name,
        name,
        like.assignedAt(),
        like.validFrom(),
        like.validTo(),
        like.planVersion(),
        List.of(of(told, unit, like.duties().getFirst())));
  }

  private static AssignedDuty of(ToldEvents told, String unit, AssignedDuty like) {
    return new AssignedDuty(
        told.id("duty of " + unit),
        like.dutyVersion(),
        like.code(),
        like.statement(),
        like.measure(),
        like.kind(),
        like.phase(),
        like.delta(),
        like.accepted(),
        like.replaces(),
        like.onDate(),
        like.dueAt(),
        like.evidence(),
        like.clause(),
        like.inferred());
  }

  private static DeliverySent sent(ToldEvents told, String unit, Duration after) {
    var like = told.sent(3, 1);
    return new DeliverySent(
        like.mode(),
        like.version(),
        told.id("delivery to " + unit),
        like.warningId(),
        like.revision(),
        like.jurisdiction(),
        unit,
        like.contactId(),
        like.channel(),
        like.purpose(),
        like.attempts(),
        like.repeat(),
        like.createdAt(),
        ToldEvents.PUBLISHED.plus(after));
  }

  @SuppressWarnings("unchecked") // EventIntake makes them of this type
  private void tell(Event event) {
    var type = EventType.of(event);
    var reader = type.topic().replaceAll("lantian\\.|\\.v1", "");
    ((Consumer<Message<byte[]>>) beans.getBean(reader, Consumer.class))
        .accept(
            MessageBuilder.withPayload(StrictJson.forEvents().writeValueAsBytes(event))
                .copyHeaders(TopicProbe.headers(UUID.randomUUID(), type.wireName()))
                .setHeader("ce_mode", event.mode().name())
                .build());
  }
}
