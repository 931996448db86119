package lantian.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lantian.events.EscalationStep;
import lantian.events.Event;
import lantian.events.EventType;
import lantian.events.Mode;
import lantian.kit.security.Role;
import lantian.kit.web.StrictJson;
import lantian.reporting.OnReportingService;
import lantian.reporting.ToldEvents;
import lantian.testing.Figures;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Whatever becomes of the projections, what the events have come to comes back. The readers are
 * handed the events by the test; the topics are left alone.
 */
@OnReportingService
@Import(Figures.class)
@TestPropertySource(
    properties = {
      "lantian.reporting.rebuild.look-every=20ms",
      "lantian.reporting.rebuild.at-once=7",
      "spring.cloud.stream.default.consumer.auto-startup=false"
    })
class RebuildingProjectionsTest {
  private static final String PATH = "/api/v1/projections/rebuild";

  /** What is no projection. All others are found in the database: a new one must be rebuilt too. */
  private static final List<String> NOT_PROJECTED =
      List.of(
          "flyway_schema_history",
          "inbox",
          "kept_answer",
          "kept_event",
          "outbox",
          "parked_record",
          "rebuild",
          "relay_lease",
          "report");

  @Autowired Rest rest;
  @Autowired BeanFactory beans;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;
  @Autowired Figures figures;

  @BeforeEach
  void nothingIsKnown() {
    sql.sql("truncate inbox, kept_event, rebuild, report, " + String.join(", ", projections()))
        .update();
  }

  @Test
  void whatIsBuiltAnewIsWhatWasThereAndNoRowIsTouched() {
    tellOfBothPlaces(1);
    var before = rows("x.xmin || ' ' || x::text");
    assertThat(before.values()).allMatch(rows -> !rows.isEmpty());
    var rebuilt = rebuild();
    assertThat(rebuilt.path("changes").isEmpty()).as(rebuilt.toString()).isTrue();
    assertThat(rebuilt.path("eventsRead").asLong()).isEqualTo(count("kept_event"));
    assertThat(rows("x.xmin || ' ' || x::text")).isEqualTo(before);
  }

  @Test
  void projectionsThatAreLostComeBack() {
    tellOfBothPlaces(2);
    var before = rows("x::text");
    sql.sql("truncate " + String.join(", ", projections())).update();
    assertThat(changedTables(rebuild())).containsExactlyInAnyOrderElementsOf(projections());
    assertThat(rows("x::text")).isEqualTo(before);
    assertThat(rebuild().path("changes").isEmpty()).isTrue();
  }

  @Test
  void rowsThatAreWrongMissingOrTooManyArePutRight() {
    tellOfBothPlaces(3);
    var before = rows("x::text");
    for (var damage :
        List.of(
            "update forecast_run set peak_aqi = 1",
            "update measured_hour set aqi = 1, version = 99",
            "update level_step set to_level = 'YELLOW' where revision = 1",
            "delete from proposal_step where kind = 'APPROVED'",
            "update duty set accepted = not accepted, revision = 99",
            "insert into duty (duty_id, warning_id, unit, code) select gen_random_uuid(), warning_id, 'none', 'none' from duty",
            "insert into duty_step (duty_id, event_id, kind, version, at) select duty_id, gen_random_uuid(), 'OVERDUE', 99, now() from duty",
            "delete from duty_step where kind = 'COMPLETED'",
            "update asked_unit set remaining = 99, kept_at = now()",
            "update delivery set sent_attempts = 99 where sent_event is not null",
            "update delivery set acknowledged_way = null")) {
      assertThat(sql.sql(damage).update()).as(damage).isPositive();
    }
    assertThat(changedTables(rebuild())).containsExactlyInAnyOrderElementsOf(projections());
    assertThat(rows("x::text")).isEqualTo(before);
  }

  @Test
  void aReportThatIsThereStaysAndOneThatIsOwedIsOpened() {
    var kept = new ToldEvents("150822", Mode.LIVE);
    var lost = new ToldEvents("652300", Mode.LIVE);
    tell(kept.lifted());
    tell(lost.lifted());
    var before = reports();
    assertThat(before).hasSize(2);
    sql.sql("update report set due_on = '2026-02-02' where warning_id = ?")
        .param(kept.warning)
        .update();
    sql.sql("delete from report where warning_id = ?").param(lost.warning).update();
    var others = reports();
    rebuild();
    assertThat(reports()).hasSize(2).containsAll(others).containsAnyElementsOf(before);
  }

  @Test
  void whatIsToldMeanwhileIsThereToo() {
    tellOfBothPlaces(4);
    sql.sql("delete from delivery").update();
    var telling =
        CompletableFuture.allOf(
            IntStream.rangeClosed(5, 8)
                .mapToObj(seed -> CompletableFuture.runAsync(() -> tellOfBothPlaces(seed)))
                .toArray(CompletableFuture[]::new));
    assertThat(changedTables(rebuild())).containsExactly("delivery");
    do {
      assertThat(changedTables(rebuild())).as("nothing that came in meanwhile was lost").isEmpty();
    } while (!telling.isDone());
    telling.join();
    assertThat(count("kept_event")).isEqualTo(count("inbox"));
    tellOfBothPlaces(9);
    assertThat(changedTables(rebuild())).isEmpty();
  }

  @Test
  void anEventThatIsJustBeingTakenInIsWaitedFor() {
    var told = new ToldEvents("150822", Mode.LIVE);
    transaction.executeWithoutResult(
        _ -> {
          tell(told.assigned(1, 1, "停工"));
          assertThat(rest.as(Role.OPERATOR).post(PATH, null).status()).isEqualTo(202);
          await()
              .atMost(Duration.ofSeconds(20))
              .until(
                  () ->
                      count(
                              "pg_locks where relation = 'inbox'::regclass and mode = 'ShareLock' and not granted")
                          == 1);
          assertThat(last().path("state").asString()).isEqualTo("RUNNING");
        });
    assertThat(ended().path("eventsRead").asLong()).isEqualTo(1);
    assertThat(count("duty")).isEqualTo(2);
    assertThat(changedTables(rebuild())).isEmpty();
  }

  @Test
  void aSecondOneIsRefusedWhileOneRuns() {
    tellOfBothPlaces(7);
    transaction.executeWithoutResult(
        _ -> {
          sql.sql("select pg_advisory_xact_lock(hashtext('reporting'), hashtext('rebuild'))")
              .query((_, _) -> true)
              .list();
          var first = rest.as(Role.OPERATOR, "wang").post(PATH, null);
          assertThat(first.status()).isEqualTo(202);
          assertThat(first.header("Location")).isEqualTo(PATH);
          assertThat(first.json().path("state").asString()).isEqualTo("RUNNING");
          assertThat(figures.of("projection_rebuild_seconds").orElseThrow()).isPositive();
          var second = rest.as(Role.OPERATOR).post(PATH, null);
          assertThat(second.status()).isEqualTo(409);
          assertThat(second.json().path("type").asString()).isEqualTo("/problems/wrong-state");
          assertThat(second.json().path("detail").asString())
              .startsWith("投影正在重建（由 wang 启动，已读 0 / ");
          assertThat(
                  rest.as(Role.OPERATOR)
                      .inEnglish()
                      .post(PATH, null)
                      .json()
                      .path("detail")
                      .asString())
              .startsWith("The projections are being rebuilt (asked for by wang, 0 of ");
          assertThat(last().path("state").asString()).isEqualTo("RUNNING");
        });
    assertThat(ended().path("state").asString()).isEqualTo("DONE");
    assertThat(figures.of("projection_rebuild_seconds")).hasValue(0);
    assertThat(figures.of("projection_rebuild_left")).hasValue(0);
  }

  @Test
  void oneThatAProcessLeftWhenItDiedIsBegunAnewButNotForEver() {
    tellOfBothPlaces(8);
    sql.sql("delete from asked_unit").update();
    sql.sql("insert into rebuild (asked_by, tries, events_read) values ('wang', 4, 14)").update();
    var done = ended();
    assertThat(done.path("state").asString()).isEqualTo("DONE");
    assertThat(done.path("tries").asInt()).isEqualTo(5);
    assertThat(count("asked_unit")).isPositive();

    sql.sql("delete from asked_unit").update();
    sql.sql("insert into rebuild (asked_by, tries) values ('wang', 5)").update();
    var failed = ended();
    assertThat(failed.path("state").asString()).isEqualTo("FAILED");
    assertThat(failed.path("failure").asString()).contains("at each of the last 5 tries");
    assertThat(count("asked_unit")).isZero();
    assertThat(figures.of("projection_rebuild_failed")).hasValue(1);
  }

  @Test
  void anEventThatCannotBeReadAnyMoreLeavesAllAsItIs() {
    tellOfBothPlaces(9);
    var event =
        sql.sql("select event_id from kept_event order by place desc limit 1")
            .query(UUID.class)
            .single();
    sql.sql("update kept_event set payload = '{}' where event_id = ?").param(event).update();
    sql.sql("update asked_unit set remaining = 99").update();
    var before = rows("x.xmin || ' ' || x::text");
    var failed = rebuild();
    assertThat(failed.path("state").asString()).isEqualTo("FAILED");
    assertThat(failed.path("failure").asString()).contains(event.toString());
    assertThat(rows("x.xmin || ' ' || x::text")).isEqualTo(before);
  }

  @Test
  void noneIsBegunWhileEventsAreMissingWhichComeBackWhenTheyComeAgain() {
    var told = new ToldEvents("150822", Mode.LIVE);
    var id = UUID.randomUUID();
    tell(UUID.randomUUID(), told.raised());
    tell(id, told.assigned(1, 1, "停工"));
    sql.sql("delete from kept_event where event_id = ?").param(id).update();
    assertThat(rest.as(Role.OPERATOR).get(PATH).status()).isEqualTo(404);
    var refused = rest.as(Role.OPERATOR).post(PATH, null);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("detail").asString()).startsWith("有 1 个事件是在开始保存事件之前读取的");
    assertThat(rest.as(Role.OPERATOR).inEnglish().post(PATH, null).body())
        .contains("1 events were taken in before events were kept");
    assertThat(rest.as(Role.OPERATOR).inEnglish().get(PATH).body())
        .contains("The projections have never been rebuilt.");

    tell(id, told.assigned(1, 1, "停工"));
    assertThat(rebuild().path("changes").isEmpty()).isTrue();
    assertThat(count("duty")).isEqualTo(2);
  }

  /** Asks for one and gives what became of it. */
  private JsonNode rebuild() {
    assertThat(rest.as(Role.OPERATOR).post(PATH, null).status()).isEqualTo(202);
    return ended();
  }

  private JsonNode ended() {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !last().path("state").asString().equals("RUNNING"));
    return last();
  }

  private JsonNode last() {
    return rest.as(Role.OPERATOR).get(PATH).json();
  }

  private static List<String> changedTables(JsonNode rebuilt) {
    return rebuilt
        .path("changes")
        .valueStream()
        .map(change -> change.path("table").asString())
        .toList();
  }

  private List<String> projections() {
    return sql.sql(
            """
            select table_name from information_schema.tables
            where table_schema = 'reporting' and table_name not in (:not) order by 1
            """)
        .param("not", NOT_PROJECTED)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** All rows of all projections, as texts. */
  private Map<String, List<String>> rows(String written) {
    var all = new TreeMap<String, List<String>>();
    for (var table : projections()) {
      all.put(
          table,
          sql.sql("select " + written + " from " + table + " x order by 1")
              .query((row, _) -> row.getString(1))
              .list());
    }
    return all;
  }

  private List<String> reports() {
    return sql.sql("select x::text from report x").query((row, _) -> row.getString(1)).list();
  }

  private long count(String table) {
    return sql.sql("select count(*) from " + table).query(Long.class).single();
  }

  /** Warnings of two places and a drill, in any order, some events twice. */
  private void tellOfBothPlaces(int seed) {
    var random = new Random(seed);
    var events = new ArrayList<Map.Entry<UUID, Event>>();
    for (var told :
        List.of(
            new ToldEvents("150822", Mode.LIVE),
            new ToldEvents("652300", Mode.LIVE),
            new ToldEvents("652300", Mode.DRILL))) {
      for (var event : eventsOf(told)) {
        var entry = Map.entry(UUID.randomUUID(), event);
        events.add(entry);
        if (random.nextInt(3) == 0) {
          events.add(entry);
        }
      }
    }
    Collections.shuffle(events, random);
    events.forEach(event -> tell(event.getKey(), event.getValue()));
  }

  private static List<Event> eventsOf(ToldEvents told) {
    var day = ToldEvents.PUBLISHED.toLocalDate();
    return List.of(
        told.forecast("监测站"),
        told.observed(5, day, 240),
        told.observed(4, day, 100),
        told.observed(6, day, 180),
        told.proposed(),
        told.approved(),
        told.raised(),
        told.assigned(1, 1, "停工"),
        told.assigned(2, 4, "停工停产"),
        told.accepted("sites", 2),
        told.accepted("dust", 2),
        told.completed("sites", 3, "已停工"),
        told.returned("sites", 4),
        told.overdue("dust", 2),
        told.withdrawn("dust", 5),
        told.sent(2, 1),
        told.sent(3, 2),
        told.acknowledged(4),
        told.failed(),
        told.escalated(EscalationStep.DEPUTY),
        told.escalated(EscalationStep.NOBODY_LEFT),
        told.lifted());
  }

  private void tell(Event event) {
    tell(UUID.randomUUID(), event);
  }

  @SuppressWarnings("unchecked") // EventIntake makes them of this type
  private void tell(UUID id, Event event) {
    var type = EventType.of(event);
    var reader = type.topic().replaceAll("lantian\\.|\\.v1", "");
    ((Consumer<Message<byte[]>>) beans.getBean(reader, Consumer.class))
        .accept(
            MessageBuilder.withPayload(StrictJson.forEvents().writeValueAsBytes(event))
                .copyHeaders(TopicProbe.headers(id, type.wireName()))
                .setHeader("ce_mode", event.mode().name())
                .build());
  }
}
