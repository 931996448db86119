package lantian.tasking;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.DutiesEvent;
import lantian.events.EventType;
import lantian.events.Topics;
import lantian.events.WarningLevelChanged;
import lantian.kit.security.Role;
import lantian.kit.time.MovableClock;
import lantian.kit.web.StrictJson;
import lantian.tasking.plan.Plan;
import lantian.tasking.plan.Plans;
import lantian.testing.OnRealBrokerAndDatabase;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real broker and database, on a clock that stands in December 2016. */
@SpringBootTest(
    classes = TaskingService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=tasking-service")
@OnRealBrokerAndDatabase
public abstract class TaskingTest {
  public static final String DENGKOU = "150822";
  public static final String CHANGJI = "652300";
  private static final JsonMapper EVENTS = StrictJson.forEvents();

  @Autowired protected Rest rest;
  @Autowired protected TopicProbe topics;
  @Autowired protected MovableClock clock;
  @Autowired protected JdbcClient sql;
  @Autowired private Plans plans;

  /** With nothing under way, so that moving the clock concerns the test at hand alone. */
  @BeforeEach
  void beginOnTheNinthOfDecember() {
    sql.sql("truncate response, fan_out, duty, duty_step").update();
    clock.stopAt(OffsetDateTime.parse("2016-12-09T16:05:00+08:00").toInstant());
  }

  /** Publishes a level change and waits until it was tasked. */
  protected void publish(WarningLevelChanged changed) {
    topics.send(changed);
    awaitRevision(changed.warningId(), changed.version());
  }

  protected void awaitRevision(UUID warning, long revision) {
    await()
        .atMost(20, SECONDS)
        .until(
            () ->
                sql.sql(
                            "select count(*) from response where warning_id = ? and revision = ? and fanning_out is null")
                        .params(warning, revision)
                        .query(Long.class)
                        .single()
                    == 1);
    awaitOutbox();
  }

  /** Waits until all that was decided has been told. */
  protected void awaitOutbox() {
    await()
        .atMost(20, SECONDS)
        .until(
            () ->
                sql.sql("select count(*) from fan_out where state = 'OPEN'")
                        .query(Long.class)
                        .single()
                    == 0);
    await()
        .atMost(20, SECONDS)
        .until(
            () ->
                sql.sql("select count(*) from outbox where sent_at is null")
                        .query(Long.class)
                        .single()
                    == 0);
  }

  /** Moves business time as a local platform does: what falls due by it is done on return. */
  protected void moveTo(String localTime) {
    var answer =
        rest.as(Role.OPERATOR)
            .post("/local/clock", Map.of("now", localTime + "+08:00", "ticking", false));
    if (answer.status() != 200) {
      throw new AssertionError(answer.body());
    }
    awaitOutbox();
  }

  /** All that was told about the warning's duties, in the order of the topic. */
  protected List<DutiesEvent> told(UUID warning) {
    var events = new ArrayList<DutiesEvent>();
    for (var record : TopicProbe.recordsOf(Topics.DUTIES, warning.toString())) {
      var type = EventType.byWireName(String.valueOf(TopicProbe.header(record, "ce_type")));
      events.add((DutiesEvent) EVENTS.readValue(record.value(), type.orElseThrow().record()));
    }
    return events;
  }

  protected <E extends DutiesEvent> List<E> told(UUID warning, Class<E> type) {
    return told(warning).stream().filter(type::isInstance).map(type::cast).toList();
  }

  protected Plan plan(String jurisdiction) {
    return plans.of(jurisdiction).orElseThrow();
  }

  /** The duties of a warning as the REST interface shows them. */
  protected List<JsonNode> duties(UUID warning, String more) {
    var answer = rest.as(Role.OFFICE).get("/api/v1/duties?size=500&warningId=" + warning + more);
    if (answer.status() != 200) {
      throw new AssertionError(answer.body());
    }
    return answer.json().path("items").valueStream().toList();
  }

  protected JsonNode duty(String id) {
    return rest.as(Role.OFFICE).get("/api/v1/duties/" + id).json();
  }
}
