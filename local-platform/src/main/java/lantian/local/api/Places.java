package lantian.local.api;

import java.util.List;
import lantian.local.api.Place.Unit;
import lantian.local.platform.PlatformPort;

/** Asks the services what they know of the places of a platform. */
public record Places(Api api) {

  /** The places of these codes. */
  public List<Place> of(List<String> codes) {
    return codes.stream().map(this::of).toList();
  }

  private Place of(String code) {
    var anyone = api.as("operator", "operator", "*", null);
    var known =
        anyone
            .get(PlatformPort.WARNING, "/public/warnings")
            .path("jurisdictions")
            .valueStream()
            .filter(jurisdiction -> jurisdiction.path("code").asString().equals(code))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No jurisdiction " + code));
    var units =
        anyone
            .get(PlatformPort.TASKING, "/api/v1/plans/" + code)
            .path("units")
            .valueStream()
            .map(unit -> new Unit(unit.path("code").asString(), unit.path("name").asString()))
            .toList();
    return new Place(
        code, known.path("name").asString(), known.path("authority").asString(), units);
  }
}
