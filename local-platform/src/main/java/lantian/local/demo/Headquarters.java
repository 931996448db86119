package lantian.local.demo;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import lantian.local.api.Api;
import lantian.local.api.Place;
import lantian.local.platform.PlatformPort;
import tools.jackson.databind.JsonNode;

/**
 * The office and the headquarters that decide for a place: one person submits the proposal that
 * stands, others approve it.
 */
final class Headquarters {
  private final Api.Person officer;
  private final Api.Person secondOfficer;
  private final Api.Person commander;
  private final Api.Person secondCommander;
  private final Place place;

  Headquarters(Api api, Place place) {
    this.officer = api.as("office", "office-li", place.authority(), null);
    this.secondOfficer = api.as("office", "office-wang", place.authority(), null);
    this.commander = api.as("headquarters", "commander-zhao", place.authority(), null);
    this.secondCommander = api.as("headquarters", "commander-chen", place.authority(), null);
    this.place = place;
  }

  /**
   * The change of level that stands, if one does, to be decided upon. An extension is none: with a
   * perfect forecast each day the level itself says how long it holds.
   */
  Optional<Decision> consider() {
    var open =
        officer
            .get(
                PlatformPort.WARNING,
                "/api/v1/proposals?jurisdiction=" + place.code() + "&state=OPEN")
            .path("items");
    for (var proposal : open) {
      if (!proposal.path("kind").asString().equals("EXTEND")) {
        return Optional.of(new Decision(proposal));
      }
    }
    return Optional.empty();
  }

  private List<Api.Person> approversOf(JsonNode proposal) {
    return switch (proposal.path("kind").asString()) {
      case "RAISE", "UPGRADE" ->
          switch (proposal.path("to").asString()) {
            case "RED" -> List.of(commander, secondCommander);
            case "ORANGE" -> List.of(commander);
            default -> List.of(secondOfficer);
          };
      default -> List.of(secondOfficer);
    };
  }

  /** A proposal on its way to publication. */
  final class Decision {
    private final Queue<Api.Person> approvers;
    private JsonNode proposal;

    private Decision(JsonNode proposal) {
      this.proposal = proposal;
      this.approvers = new ArrayDeque<>(approversOf(proposal));
    }

    void submit() {
      step(officer, "submit");
    }

    boolean needsApproval() {
      return !approvers.isEmpty();
    }

    void approve() {
      step(approvers.remove(), "approve");
    }

    Place place() {
      return place;
    }

    String kind() {
      return proposal.path("kind").asString();
    }

    String from() {
      return proposal.path("from").asString();
    }

    String to() {
      return proposal.path("to").asString();
    }

    boolean isPublished() {
      return proposal.path("state").asString().equals("APPROVED");
    }

    private void step(Api.Person person, String act) {
      var path = "/api/v1/proposals/" + proposal.path("id").asString() + "/" + act;
      proposal =
          person.store(PlatformPort.WARNING, path, proposal.path("version").asLong(), null).body();
    }
  }
}
