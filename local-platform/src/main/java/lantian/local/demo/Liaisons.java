package lantian.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lantian.local.api.Api;
import lantian.local.api.Place;
import lantian.local.api.SigningSecret;
import lantian.local.demo.Receivers.Rank;
import lantian.local.platform.PlatformPort;
import tools.jackson.databind.JsonNode;

/**
 * The liaisons of a place, their deputies and the duty desk. Most liaisons answer soon and are done
 * in time; some are late; a few are silent for a while, and then their deputies answer.
 */
final class Liaisons {
  private static final int PAGE = 500;
  private static final String DUTY_DESK = "duty-desk";

  private final Api api;
  private final Place place;
  private final Receivers receivers;
  private final Agenda agenda;
  private final PlatformTime time;
  private final Api.Person officer;
  private final Set<String> planned = new HashSet<>();

  Liaisons(Api api, Place place, Receivers receivers, Agenda agenda, PlatformTime time) {
    this.api = api;
    this.place = place;
    this.receivers = receivers;
    this.agenda = agenda;
    this.time = time;
    this.officer = api.as("office", "office-li", place.authority(), null);
  }

  /** How a liaison is. */
  private enum Temper {
    PROMPT,
    SLOW,
    SILENT
  }

  /** Enters the contacts, as the office does when the platform is set up. */
  void register() {
    for (var unit : place.units()) {
      register(unit.code(), unit.name() + "联络员", Rank.LIAISON);
      register(unit.code(), unit.name() + "副职", Rank.DEPUTY);
      if (Mailboxes.has(place, unit)) {
        var address = Mailboxes.addressOf(place, unit);
        enter(
            unit.code(),
            unit.name() + "联络员",
            Rank.LIAISON,
            Map.of("channel", "EMAIL", "target", address));
      }
    }
    register(DUTY_DESK, place.name() + "值班室", Rank.DUTY_DESK);
  }

  private void register(String unit, String name, Rank rank) {
    var address = receivers.addressOf(place, unit, rank);
    var secret = SigningSecret.next();
    receivers.expect(address, secret);
    enter(unit, name, rank, Map.of("channel", "WEBHOOK", "target", address, "secret", secret));
  }

  private void enter(String unit, String name, Rank rank, Map<String, String> reachedBy) {
    var contact = new HashMap<>(reachedBy);
    contact.put("jurisdiction", place.code());
    contact.put("unit", unit);
    contact.put("name", name);
    contact.put("rank", rank.name());
    officer.store(PlatformPort.NOTIFICATION, "/api/v1/contacts", contact);
  }

  /** After how many minutes somebody else is told of these, when nobody answers. */
  Set<Integer> waitsFor(List<Receivers.Push> pushes) {
    var said = new HashSet<String>();
    pushes.forEach(push -> said.add(push.purpose() + push.level()));
    var waits = new HashSet<Integer>();
    for (var rule : escalation().path("rules")) {
      if (said.contains(rule.path("purpose").asString() + rule.path("level").asString())) {
        for (var wait :
            List.of("deputyAfterMinutes", "dutyDeskAfterMinutes", "nobodyAfterMinutes")) {
          rule.path(wait).asIntOpt().ifPresent(waits::add);
        }
      }
    }
    return waits;
  }

  private JsonNode escalation() {
    return officer.get(PlatformPort.NOTIFICATION, "/api/v1/escalation-policies/" + place.code());
  }

  /** Plans how a message is answered, if it is. */
  void plan(Receivers.Push push) {
    switch (push.rank()) {
      case LIAISON -> planOfLiaison(push);
      case DEPUTY -> planByLink(push, 85, 25);
      case DUTY_DESK -> planByLink(push, 95, 10);
    }
  }

  private void planOfLiaison(Receivers.Push push) {
    var temper = temperOf(push.unit());
    if (temper == Temper.SILENT && Chance.below(10, "answer", key(push)) < 6) {
      return;
    }
    int minutes =
        temper == Temper.PROMPT
            ? Chance.minutes(5, 25, "answer-in", key(push))
            : Chance.minutes(60, 200, "answer-in", key(push));
    agenda.plan(time.now().plus(Duration.ofMinutes(minutes)), () -> answer(push));
  }

  /** Most answer soon; they have nothing at hand but the link. */
  private void planByLink(Receivers.Push push, int ofHundred, int latest) {
    if (Chance.below(100, push.rank(), key(push)) < ofHundred) {
      int minutes = Chance.minutes(5, latest, push.rank() + " answers in", key(push));
      agenda.plan(
          time.now().plus(Duration.ofMinutes(minutes)), () -> api.answerByLink(push.link()));
    }
  }

  private String key(Receivers.Push push) {
    return place.code() + "/" + push.unit() + "/" + push.level() + "/" + time.now();
  }

  private void answer(Receivers.Push push) {
    var liaison = liaisonOf(push.unit());
    acknowledge(liaison, push.deliveryId());
    push.mails().forEach(mail -> acknowledge(liaison, mail));
    liaison.store(
        PlatformPort.TASKING, "/api/v1/duties/accept", Map.of("warningId", push.warningId()));
  }

  private static void acknowledge(Api.Person liaison, String deliveryId) {
    liaison.store(
        PlatformPort.NOTIFICATION, "/api/v1/deliveries/" + deliveryId + "/acknowledge", null);
  }

  /** Plans when the duties that are open now get done, if they do; each is planned once. */
  void planOpenDuties() {
    for (var state : List.of("ASSIGNED", "ACCEPTED")) {
      for (var duty : dutiesIn(state)) {
        if (planned.add(duty.path("id").asString())) {
          plan(duty);
        }
      }
    }
  }

  private void plan(JsonNode duty) {
    var unit = duty.path("unit").asString();
    var about =
        String.join(
            "/",
            place.code(),
            unit,
            duty.path("code").asString(),
            duty.path("onDate").asString(""),
            duty.path("assignedAt").asString());
    var due = OffsetDateTime.parse(duty.path("dueAt").asString()).toInstant();
    int roll = Chance.below(100, "does", about);
    var doneAt =
        switch (temperOf(unit)) {
          case PROMPT ->
              roll < 96
                  ? due.minus(Duration.ofMinutes(Chance.minutes(10, 60, "early", about)))
                  : due.plus(Duration.ofMinutes(Chance.minutes(15, 90, "late", about)));
          case SLOW ->
              roll < 70
                  ? due.minus(Duration.ofMinutes(Chance.minutes(5, 20, "early", about)))
                  : due.plus(Duration.ofMinutes(Chance.minutes(20, 240, "late", about)));
          case SILENT ->
              roll < 45
                  ? due.plus(Duration.ofMinutes(Chance.minutes(60, 600, "late", about)))
                  : Instant.MAX;
        };
    if (doneAt.equals(Instant.MAX)) {
      return;
    }
    var notBefore = time.now().plus(Duration.ofMinutes(30));
    var at = doneAt.isBefore(notBefore) ? notBefore : doneAt;
    agenda.plan(at, () -> complete(duty, unit));
  }

  private void complete(JsonNode duty, String unit) {
    var liaison = liaisonOf(unit);
    var path = "/api/v1/duties/" + duty.path("id").asString();
    var now = liaison.get(PlatformPort.TASKING, path);
    var state = now.path("state").asString();
    if (!state.equals("ASSIGNED") && !state.equals("ACCEPTED")) {
      return; // withdrawn or replaced in the meantime
    }
    liaison.store(
        PlatformPort.TASKING,
        path + "/complete",
        now.path("version").asLong(),
        Map.of("evidence", evidence(duty)));
  }

  private static String evidence(JsonNode duty) {
    var wanted = duty.path("evidenceWanted").asString("");
    return "演示佐证（由演示程序填写）：" + (wanted.isEmpty() ? "已按要求办理。" : wanted + "，已归档。");
  }

  private List<JsonNode> dutiesIn(String state) {
    var found = new ArrayList<JsonNode>();
    for (int page = 0; ; page++) {
      var answer =
          officer.get(
              PlatformPort.TASKING,
              "/api/v1/duties?jurisdiction=%s&state=%s&page=%d&size=%d"
                  .formatted(place.code(), state, page, PAGE));
      answer.path("items").forEach(found::add);
      if (found.size() >= answer.path("total").asInt() || answer.path("items").isEmpty()) {
        break;
      }
    }
    found.sort(
        Comparator.comparing((JsonNode duty) -> duty.path("unit").asString())
            .thenComparing(duty -> duty.path("code").asString())
            .thenComparing(duty -> duty.path("onDate").asString("")));
    return found;
  }

  private Api.Person liaisonOf(String unit) {
    return api.as("liaison", "liaison-" + unit, place.code(), unit);
  }

  private Temper temperOf(String unit) {
    int roll = Chance.below(100, "temper", place.code(), unit);
    return roll < 72 ? Temper.PROMPT : roll < 90 ? Temper.SLOW : Temper.SILENT;
  }
}
