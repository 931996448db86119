package lantian.warning.publication.cap;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import lantian.events.ChangeKind;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.datafile.DataFile;
import lantian.warning.publication.Announcement;
import lantian.warning.publication.cap.CapCode.Category;
import lantian.warning.publication.cap.CapCode.Certainty;
import lantian.warning.publication.cap.CapCode.ResponseType;
import lantian.warning.publication.cap.CapCode.Severity;
import lantian.warning.publication.cap.CapCode.Urgency;
import org.jspecify.annotations.Nullable;

/** What {@code publication/cap.yaml} says of each level, response and kind of end. */
public record CapFacts(
    Text event,
    List<Category> categories,
    Map<String, String> eventCodes,
    String geocode,
    Map<WarningLevel, Severity> severity,
    Map<Response, Map<WarningLevel, List<ResponseType>>> responseTypes,
    Map<ChangeKind, Gauge> ended,
    int expectedWithinHours,
    int observedFromAqi,
    int endIsNewsForHours,
    Drill drill) {

  /** For whom a message of a drill is, and what it says of itself. */
  public record Drill(String restriction, String note) {}

  /** How soon, how bad, how sure, and what to do. */
  public record Gauge(
      Urgency urgency, Severity severity, Certainty certainty, List<ResponseType> responseTypes) {}

  public CapFacts {
    for (WarningLevel level : EnumSet.range(WarningLevel.YELLOW, WarningLevel.RED)) {
      require(severity.get(level), "severity of " + level);
      for (Response response : Response.values()) {
        require(
            require(responseTypes.get(response), "response types of " + response).get(level),
            "response types of " + response + " at " + level);
      }
    }
    require(ended.get(ChangeKind.LIFT), "a lift");
    require(ended.get(ChangeKind.CANCEL), "a withdrawal");
  }

  /** As the service has them. */
  public static CapFacts onClassPath() {
    return DataFile.read("publication/cap.yaml", CapFacts.class);
  }

  public Gauge gauge(Announcement told) {
    Gauge end = ended.get(told.kind());
    if (told.ends() && end != null) {
      return end;
    }
    boolean now = !told.validFrom().isAfter(told.at());
    boolean soon = !told.validFrom().isAfter(told.at().plus(Duration.ofHours(expectedWithinHours)));
    var measured = told.air().measured();
    return new Gauge(
        now ? Urgency.IMMEDIATE : soon ? Urgency.EXPECTED : Urgency.FUTURE,
        require(severity.get(told.level()), "severity"),
        now && measured != null && measured.aqi() >= observedFromAqi
            ? Certainty.OBSERVED
            : Certainty.LIKELY,
        require(
            require(responseTypes.get(told.response()), "response").get(told.level()), "level"));
  }

  private static <T> T require(@Nullable T found, String what) {
    if (found == null) {
      throw new IllegalArgumentException("nothing is said of " + what);
    }
    return found;
  }
}
