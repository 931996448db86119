package lantian.local.demo;

import java.time.Duration;
import java.util.Optional;
import lantian.local.platform.PlatformPort;
import tools.jackson.databind.JsonNode;

/**
 * The office and the headquarters that decide for a place. They act once a day, on the proposal
 * that stands after the forecast run: one submits, others approve.
 */
final class Headquarters {
  private static final Duration UNTIL_SUBMITTED = Duration.ofMinutes(2);
  private static final Duration BETWEEN_SIGNATURES = Duration.ofMinutes(2);

  private final Api.Person officer;
  private final Api.Person secondOfficer;
  private final Api.Person commander;
  private final Api.Person secondCommander;
  private final Place place;
  private final PlatformTime time;

  Headquarters(Api api, Place place, PlatformTime time) {
    this.officer = api.as("office", "office-li", place.authority(), null);
    this.secondOfficer = api.as("office", "office-wang", place.authority(), null);
    this.commander = api.as("headquarters", "commander-zhao", place.authority(), null);
    this.secondCommander = api.as("headquarters", "commander-chen", place.authority(), null);
    this.place = place;
    this.time = time;
  }

  /** A change as it was published. */
  record Change(String kind, String from, String to) {}

  /** Decides on the proposal that stands, if one does; gives the change that was published. */
  Optional<Change> decide() {
    var open =
        officer
            .get(
                PlatformPort.WARNING,
                "/api/v1/proposals?jurisdiction=" + place.code() + "&state=OPEN")
            .path("items");
    return open.isEmpty() ? Optional.empty() : Optional.of(decide(open.path(0)));
  }

  private Change decide(JsonNode proposal) {
    var path = "/api/v1/proposals/" + proposal.path("id").asString();
    time.standAt(time.now().plus(UNTIL_SUBMITTED));
    var standing =
        officer
            .post(PlatformPort.WARNING, path + "/submit", proposal.path("version").asLong(), null)
            .body();
    for (var approver : approversOf(standing)) {
      time.standAt(time.now().plus(BETWEEN_SIGNATURES));
      standing =
          approver
              .post(
                  PlatformPort.WARNING, path + "/approve", standing.path("version").asLong(), null)
              .body();
    }
    if (!standing.path("state").asString().equals("APPROVED")) {
      throw new IllegalStateException("Not approved by all who should: " + standing);
    }
    return new Change(
        standing.path("kind").asString(),
        standing.path("from").asString(),
        standing.path("to").asString());
  }

  private Api.Person[] approversOf(JsonNode proposal) {
    return switch (proposal.path("kind").asString()) {
      case "RAISE", "UPGRADE" ->
          switch (proposal.path("to").asString()) {
            case "RED" -> new Api.Person[] {commander, secondCommander};
            case "ORANGE" -> new Api.Person[] {commander};
            default -> new Api.Person[] {secondOfficer};
          };
      default -> new Api.Person[] {secondOfficer};
    };
  }
}
