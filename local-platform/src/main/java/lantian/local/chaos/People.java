package lantian.local.chaos;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.events.WarningLevel;
import lantian.local.api.Api;
import lantian.local.api.Place;
import lantian.local.chaos.History.Published;
import lantian.local.platform.PlatformPort;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The monitoring group, the office and the headquarters of one place: a forecast is posted, the
 * proposal that stands after it is submitted and approved by those who must. Whoever gets no answer
 * tries again.
 */
public final class People {

  private final Place place;
  private final History history;
  private final Caller caller;
  private final Clock clock;
  private final Api.Person monitoring;
  private final Api.Person officer;
  private final Api.Person secondOfficer;
  private final Api.Person commander;
  private final Api.Person secondCommander;

  People(Api api, Place place, History history, Caller caller, Clock clock) {
    this.place = place;
    this.history = history;
    this.caller = caller;
    this.clock = clock;
    this.monitoring = api.as("monitoring", "monitoring-" + place.code(), place.code(), null);
    this.officer = api.as("office", "office-li", place.authority(), null);
    this.secondOfficer = api.as("office", "office-wang", place.authority(), null);
    this.commander = api.as("headquarters", "commander-zhao", place.authority(), null);
    this.secondCommander = api.as("headquarters", "commander-chen", place.authority(), null);
  }

  /** Those who act for a place where nothing is amiss: every call is answered. */
  public static People of(Api api, Place place, Clock clock) {
    var history = new History();
    return new People(api, place, history, new Caller(history, Duration.ZERO), clock);
  }

  /** The place that they act for. */
  public Place place() {
    return place;
  }

  /** The level that stands now. */
  public WarningLevel levelInForce() {
    var path = "/api/v1/warnings?jurisdiction=" + place.code();
    return read(officer, path)
        .path("items")
        .valueStream()
        .map(warning -> WarningLevel.valueOf(warning.path("level").asString()))
        .filter(level -> level != WarningLevel.NONE)
        .findFirst()
        .orElse(WarningLevel.NONE);
  }

  /**
   * Brings the place to this level, which is not the one in force; returns when it is published.
   */
  public Published moveTo(WarningLevel level) {
    var proposal = submit(forecast(level));
    for (var approver : approversOf(proposal)) {
      proposal = approve(proposal, approver);
    }
    return published(proposal);
  }

  /** One officer takes a warning back that was published in error, in two actions. */
  public Published takeBack(Published alarm) {
    var path = "/api/v1/warnings/" + alarm.warning() + "/correction";
    var ready = take(path, null).body();
    history.attempted(alarm.warning());
    take(path + "/confirm", ready.path("revision").asLong());
    var takenBack =
        new Published(alarm.warning(), alarm.warning(), place.code(), "CANCEL", alarm.to(), "NONE");
    history.published(takenBack);
    return takenBack;
  }

  private Api.Answer take(String path, @Nullable Long revision) {
    return caller.call(
        key -> secondOfficer.post(PlatformPort.WARNING, path, key, revision, null),
        refused -> {
          throw refused;
        });
  }

  /** Posts a forecast that asks for this level; the proposal that stands after it. */
  public JsonNode forecast(WarningLevel level) {
    var issuedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var body = Forecasts.asking(level, place.code(), "故障演练预报 / forecast of a fault test", issuedAt);
    var answer =
        caller.call(
            key -> monitoring.post(PlatformPort.WARNING, "/api/v1/forecasts", key, null, body),
            refused -> {
              throw refused;
            });
    history.forecast(UUID.fromString(answer.body().path("id").asString()));
    var proposal = answer.body().path("proposal");
    if (proposal.isNull() || proposal.isMissingNode()) {
      throw new IllegalStateException(
          "No proposal for " + level + " in " + place.code() + ": " + answer.body());
    }
    return proposal;
  }

  /** The office puts the proposal forward. */
  public JsonNode submit(JsonNode proposal) {
    return decide(officer, "submit", proposal, "submittedBy", "office-li");
  }

  /** The approvers that the change needs, in the order in which they act. */
  public List<Api.Person> approversOf(JsonNode proposal) {
    var kind = proposal.path("kind").asString();
    var raises = kind.equals("RAISE") || kind.equals("UPGRADE");
    return switch (raises ? proposal.path("to").asString() : "") {
      case "RED" -> List.of(commander, secondCommander);
      case "ORANGE" -> List.of(commander);
      default -> List.of(secondOfficer);
    };
  }

  /** One person approves; the proposal as it stands then. */
  public JsonNode approve(JsonNode proposal, Api.Person approver) {
    history.attempted(UUID.fromString(proposal.path("id").asString()));
    return decide(approver, "approve", proposal, null, approver.user());
  }

  /** Notes that the people were told that this change is published. */
  public Published published(JsonNode proposal) {
    if (!proposal.path("state").asString().equals("APPROVED")) {
      throw new IllegalStateException("Approved by all who should, and yet: " + proposal);
    }
    var change =
        new Published(
            UUID.fromString(proposal.path("id").asString()),
            UUID.fromString(proposal.path("warningId").asString()),
            place.code(),
            proposal.path("kind").asString(),
            proposal.path("from").asString(),
            proposal.path("to").asString());
    history.published(change);
    return change;
  }

  private JsonNode decide(
      Api.Person person, String act, JsonNode proposal, @Nullable String field, String user) {
    var path = "/api/v1/proposals/" + proposal.path("id").asString();
    var version = proposal.path("version").asLong();
    return caller
        .call(
            key -> person.post(PlatformPort.WARNING, path + "/" + act, key, version, null),
            refused -> {
              var now = read(person, path);
              var done =
                  field == null
                      ? approvers(now).contains(user)
                      : now.path(field).asString("").equals(user);
              if (!done) {
                throw refused;
              }
              return new Api.Answer(200, now, null);
            })
        .body();
  }

  private JsonNode read(Api.Person person, String path) {
    return caller
        .call(
            _ -> new Api.Answer(200, person.get(PlatformPort.WARNING, path), null),
            refused -> {
              throw refused;
            })
        .body();
  }

  private static List<String> approvers(JsonNode proposal) {
    var names = new ArrayList<String>();
    proposal.path("approvals").forEach(given -> names.add(given.path("by").asString()));
    return names;
  }
}
