package lantian.notification;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lantian.events.EventType;
import lantian.events.Topics;
import lantian.kit.security.Role;
import lantian.kit.time.MovableClock;
import lantian.notification.contact.Rank;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Enters contacts and reads what became of deliveries, as the office would. */
@TestComponent
public class Liaisons {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Business time in tests: that of the events, and it stands until a test moves it. */
  public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final AtomicInteger UNITS = new AtomicInteger();

  private final org.springframework.beans.factory.ObjectProvider<Rest> rest;
  private final JdbcClient sql;

  public Liaisons(
      org.springframework.beans.factory.ObjectProvider<Rest> rest,
      JdbcClient sql,
      MovableClock clock) {
    clock.stopAt(NOW);
    this.rest = rest;
    this.sql = sql;
  }

  /** A unit that no other test has. */
  public static String newUnit() {
    return "unit-" + UNITS.incrementAndGet();
  }

  /** A contact of the unit at this address; gives what the service answered. */
  public JsonNode enter(String unit, String target) {
    var answer =
        rest.getObject().as(Role.OFFICE).post("/api/v1/contacts", contact(unit, "王芳", target));
    if (answer.status() != 201) {
      throw new AssertionError(answer.body());
    }
    return answer.json();
  }

  /** A contact of the unit that is told by mail. */
  public JsonNode enterByMail(String unit, String address) {
    var answer =
        rest.getObject().as(Role.OFFICE).post("/api/v1/contacts", byMail(unit, "王芳", address));
    if (answer.status() != 201) {
      throw new AssertionError(answer.body());
    }
    return answer.json();
  }

  /** A contact of this rank and name. */
  public void enter(String unit, String name, Rank rank, String target) {
    var contact = contact(unit, name, target);
    contact.put("rank", rank.name());
    var answer = rest.getObject().as(Role.OFFICE).post("/api/v1/contacts", contact);
    if (answer.status() != 201) {
      throw new AssertionError(answer.body());
    }
  }

  public static Map<String, Object> contact(String unit, String name, String target) {
    var contact = new LinkedHashMap<String, Object>();
    contact.put("jurisdiction", "652300");
    contact.put("unit", unit);
    contact.put("name", name);
    contact.put("channel", "WEBHOOK");
    contact.put("target", target);
    contact.put("active", true);
    return contact;
  }

  /** A contact that is told by mail. */
  public static Map<String, Object> byMail(String unit, String name, String address) {
    var contact = contact(unit, name, address);
    contact.put("channel", "EMAIL");
    return contact;
  }

  public List<JsonNode> deliveriesOf(UUID warning) {
    return rest.getObject()
        .as(Role.OFFICE)
        .get("/api/v1/deliveries?size=500&warningId=" + warning)
        .json()
        .get("items")
        .valueStream()
        .toList();
  }

  /** The states of a warning's deliveries, oldest revision first. */
  public List<String> statesOf(UUID warning) {
    return sql.sql(
            "select state from delivery where warning_id = ? order by revision, purpose, contact_id")
        .param(warning)
        .query((rs, _) -> rs.getString(1))
        .list();
  }

  /** Waits until the warning's deliveries stand so, in the order of {@link #statesOf}. */
  public void awaitStates(UUID warning, String... states) {
    Awaitility.await()
        .atMost(40, TimeUnit.SECONDS)
        .pollInterval(50, TimeUnit.MILLISECONDS)
        .untilAsserted(() -> Assertions.assertThat(statesOf(warning)).containsExactly(states));
  }

  /** The one delivery of a warning, with its history. */
  public JsonNode onlyDeliveryOf(UUID warning) {
    var all = deliveriesOf(warning);
    Assertions.assertThat(all).hasSize(1);
    return rest.getObject()
        .as(Role.OFFICE)
        .get("/api/v1/deliveries/" + all.getFirst().get("id").asString())
        .json();
  }

  /** How the calls of the one delivery ended. */
  public List<String> outcomesOf(UUID warning) {
    return onlyDeliveryOf(warning)
        .get("history")
        .valueStream()
        .map(attempt -> attempt.get("outcome").asString())
        .toList();
  }

  /** The types of the events about the one delivery, when there are as many. */
  public List<Told> awaitTold(UUID warning, int many) {
    var id = UUID.fromString(onlyDeliveryOf(warning).at("/delivery/id").asString());
    Awaitility.await().atMost(40, TimeUnit.SECONDS).until(() -> toldOf(id).size() >= many);
    return toldOf(id);
  }

  /** The delivery events of a warning, in the order of each delivery. */
  public static List<Told> toldOf(UUID delivery) {
    return TopicProbe.recordsOf(Topics.DELIVERIES, delivery.toString()).stream()
        .map(
            record ->
                new Told(
                    String.valueOf(TopicProbe.header(record, "ce_type")),
                    JSON.readTree(record.value())))
        .toList();
  }

  /** An event on {@code lantian.deliveries.v1}. */
  public record Told(String type, JsonNode body) {
    public boolean is(EventType other) {
      return type.equals(other.wireName());
    }
  }
}
