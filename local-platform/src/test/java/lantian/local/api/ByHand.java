package lantian.local.api;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lantian.local.platform.PlatformPort;
import tools.jackson.databind.JsonNode;

/**
 * What people of Changji do one after the other, over REST. {@code at} is the addresses of what is
 * live, {@code /api/v1}, or those of a drill.
 */
public record ByHand(Api api) {
  public static final String PLACE = "652300";

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  public Api.Person officer() {
    return api.as("office", "office-li", PLACE, null);
  }

  /** Enters a liaison of the first unit that has something to do at yellow. */
  public void enterLiaison(String target) {
    var unit =
        officer()
            .get(PlatformPort.TASKING, "/api/v1/plans/" + PLACE)
            .path("units")
            .valueStream()
            .filter(ByHand::hasSomethingToDoAtYellow)
            .findFirst()
            .orElseThrow()
            .path("code")
            .asString();
    officer()
        .post(
            PlatformPort.NOTIFICATION,
            "/api/v1/contacts",
            Map.of(
                "jurisdiction",
                PLACE,
                "unit",
                unit,
                "name",
                "联络员",
                "channel",
                "WEBHOOK",
                "target",
                target));
  }

  private static boolean hasSomethingToDoAtYellow(JsonNode unit) {
    return unit.path("duties")
        .valueStream()
        .anyMatch(
            duty ->
                duty.path("phase").asString().equals("IN_FORCE")
                    && duty.path("levels")
                        .valueStream()
                        .anyMatch(level -> level.asString().equals("YELLOW")));
  }

  /** Hands in a forecast with so many heavy days from tomorrow on; the proposal that it gives. */
  public JsonNode forecast(String at, int heavyDays) {
    var now = OffsetDateTime.now(BEIJING);
    var points =
        IntStream.range(0, 6)
            .mapToObj(
                day -> {
                  var heavy = day >= 1 && day <= heavyDays;
                  return Map.of(
                      "date", now.toLocalDate().plusDays(day).toString(),
                      "aqiLow", heavy ? 210 : 40,
                      "aqiHigh", heavy ? 230 : 60,
                      "primaryPollutants", heavy ? List.of("pm2_5") : List.of());
                })
            .toList();
    return api.as("monitoring", "monitoring", PLACE, null)
        .post(
            PlatformPort.WARNING,
            at + "/forecasts",
            Map.of(
                "jurisdiction",
                PLACE,
                "issuedAt",
                now.toString(),
                "source",
                "by-hand",
                "resolution",
                "DAILY",
                "policy",
                "national-2024",
                "points",
                points))
        .body()
        .path("proposal");
  }

  /** One officer puts such a forecast's proposal forward, another person approves it. */
  public JsonNode change(String at, String approver, int heavyDays) {
    var submitted = decide(at, "office-li", forecast(at, heavyDays), "submit");
    return decide(at, approver, submitted, "approve");
  }

  /** A user's name begins with their role. */
  private JsonNode decide(String at, String user, JsonNode proposal, String what) {
    return api.as(user.substring(0, user.indexOf('-')), user, PLACE, null)
        .post(
            PlatformPort.WARNING,
            at + "/proposals/" + proposal.path("id").asString() + "/" + what,
            proposal.path("version").asLong(),
            null)
        .body();
  }
}
