package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import lantian.events.ChinaTime;
import lantian.kit.security.Role;
import lantian.kit.time.MovableClock;
import lantian.testing.BrokerAndDatabase;
import lantian.testing.OnRealBrokerAndDatabase;
import lantian.testing.Rest;
import lantian.warning.WarningService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The service on a winter afternoon with nothing stored, and what its users do. Each test has a
 * time of its own, from which ids follow. The service works under a role that owns nothing; {@code
 * sql} and {@code transaction} are the owner's.
 */
@SpringBootTest(
    classes = WarningService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.name=warning-service",
      BrokerAndDatabase.APPLICATION_ROLE + "=warning_app"
    })
@OnRealBrokerAndDatabase
abstract class Lifecycle {
  static final String CHANGJI = "652300";
  static final String DENGKOU = "150822";
  static final String BAYANNUR = "150800";

  /** 24 hours with an AQI of 270: yellow; 40 hours: orange; 96 hours over 300: red. */
  static final int[] YELLOW = {24, 30, 24, 220, 120, 30};

  static final int[] ORANGE = {24, 30, 40, 220, 104, 30};
  static final int[] RED = {24, 30, 96, 320, 48, 30};
  static final int[] CLEAN = {168, 30};

  private static final Instant AN_AFTERNOON =
      OffsetDateTime.parse("2025-12-05T16:00:00+08:00").toInstant();
  private static final AtomicInteger TESTS = new AtomicInteger();

  @Autowired Rest rest;
  @Autowired MovableClock clock;

  @Value("${lantian.db.url}")
  String databaseUrl;

  JdbcClient sql;
  TransactionTemplate transaction;

  @DynamicPropertySource
  static void keys(DynamicPropertyRegistry settings) {
    settings.add("lantian.warning.signing.key", () -> AnOrder.OUR_KEY);
    settings.add("lantian.warning.order-senders", AnOrder::allowList);
  }

  @BeforeEach
  void theOwnerLooks() {
    var database =
        new DriverManagerDataSource(databaseUrl + "?currentSchema=warning", "postgres", "");
    sql = JdbcClient.create(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    nothingIsStored();
  }

  void nothingIsStored() {
    try {
      empty();
    } catch (PessimisticLockingFailureException _) {
      // A timer of the service was reading, and the database has sent one of the two away.
      empty();
    }
    sql.sql("update authority_rule set roster_first_use = true").update();
    clock.stopAt(AN_AFTERNOON.plusSeconds(TESTS.incrementAndGet()));
  }

  private void empty() {
    sql.sql(
            """
            truncate jurisdiction_turn, observation, observation_correction, forecast, forecast_level, tracked_run, proposal,
              submission, approval,
              warning, warning_change, proposal_step, policy_pack, publication, dissemination,
              correction, opinion, drill, approval_form, emergency_code, emergency_use,
              roster_entry, roster_step,
              place_response, place_response_change, stricter_response,
              received_order, order_place, order_reference
            """)
        .update();
  }

  Instant now() {
    return clock.instant();
  }

  void pass(Duration time) {
    clock.stopAt(now().plus(time));
  }

  static String time(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ChinaTime.at(at));
  }

  Instant thisHour() {
    return now().truncatedTo(ChronoUnit.HOURS);
  }

  /** PM2.5 by the hour: pairs of a number of hours and a concentration. */
  static List<Map<String, Object>> hours(Instant first, int... stretches) {
    List<Map<String, Object>> points = new ArrayList<>();
    for (int i = 0; i < stretches.length; i += 2) {
      for (int h = 0; h < stretches[i]; h++) {
        points.add(
            Map.of(
                "at",
                time(first.plus(Duration.ofHours(points.size()))),
                "pm2_5",
                stretches[i + 1]));
      }
    }
    return points;
  }

  /** A run of this moment for the hours after it, as it may be changed by a test. */
  Map<String, Object> aRun(String jurisdiction, int... stretches) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("jurisdiction", jurisdiction);
    run.put("issuedAt", time(now()));
    run.put("source", "CMA");
    run.put("resolution", "HOURLY");
    run.put("points", hours(thisHour().plus(Duration.ofHours(1)), stretches));
    return run;
  }

  Map<String, Object> measured(String jurisdiction, Instant first, int... stretches) {
    Map<String, Object> measured = new LinkedHashMap<>();
    measured.put("jurisdiction", jurisdiction);
    measured.put("points", hours(first, stretches));
    return measured;
  }

  Rest monitoring() {
    return rest.as(Role.MONITORING);
  }

  Rest office(String user) {
    return rest.as(Role.OFFICE, user);
  }

  Rest headquarters(String user) {
    return rest.as(Role.HEADQUARTERS, user);
  }

  /** The proposal that stands after this run. */
  JsonNode forecast(String jurisdiction, int... stretches) {
    var answer = monitoring().post("/api/v1/forecasts", aRun(jurisdiction, stretches));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().at("/proposal");
  }

  static Rest.Answer act(Rest as, JsonNode proposal, String action) {
    return as.ifMatch(proposal.at("/version").longValue())
        .post("/api/v1/proposals/" + text(proposal, "/id") + "/" + action, null);
  }

  static JsonNode done(Rest as, JsonNode proposal, String action) {
    var answer = act(as, proposal, action);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /** Raises an orange warning; gives its id. */
  String anOrangeWarning(String jurisdiction) {
    var submitted = done(office("zhang"), forecast(jurisdiction, ORANGE), "submit");
    return text(done(headquarters("li"), submitted, "approve"), "/warningId");
  }

  /** What the office announces, as it may be changed by a test. */
  Map<String, Object> anAnnouncement(String jurisdiction) {
    Map<String, Object> announced = new LinkedHashMap<>();
    announced.put("jurisdiction", jurisdiction);
    announced.put("name", "冬季重污染应急演练");
    announced.put("scenario", "橙色预警，全部成员单位参加");
    announced.put("until", time(now().plus(Duration.ofHours(72))));
    announced.put("announcedBy", "州指挥部办公室");
    announced.put("announcedTo", "各成员单位");
    return announced;
  }

  /** Opens a drill; gives the address under which all of it stands. */
  String aDrill(String jurisdiction) {
    var answer = office("zhang").post("/api/v1/drills", anAnnouncement(jurisdiction));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return "/api/v1/drills/" + text(answer.json(), "/id");
  }

  /** The proposal that stands in a drill after this run. */
  JsonNode forecastIn(String drill, String jurisdiction, int... stretches) {
    var answer = monitoring().post(drill + "/forecasts", aRun(jurisdiction, stretches));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().at("/proposal");
  }

  static JsonNode doneIn(String drill, Rest as, JsonNode proposal, String action) {
    var answer =
        as.ifMatch(proposal.at("/version").longValue())
            .post(drill + "/proposals/" + text(proposal, "/id") + "/" + action, null);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /** Raises an orange warning in a drill; gives its id. */
  String anOrangeWarningIn(String drill, String jurisdiction) {
    var submitted =
        doneIn(drill, office("zhang"), forecastIn(drill, jurisdiction, ORANGE), "submit");
    return text(doneIn(drill, headquarters("li"), submitted, "approve"), "/warningId");
  }

  static String text(JsonNode node, String pointer) {
    return node.at(pointer).stringValue();
  }

  long rows() {
    return sql.sql(
            """
            select (select count(*) from observation) + (select count(*) from forecast)
              + (select count(*) from proposal) + (select count(*) from proposal_step)
              + (select count(*) from submission) + (select count(*) from approval)
              + (select count(*) from warning_change) + (select count(*) from outbox)
            """)
        .query(Long.class)
        .single();
  }
}
