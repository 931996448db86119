package lantian.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;
import lantian.local.api.Api;
import lantian.local.api.Place;
import lantian.local.demo.Outcome.Change;
import lantian.local.demo.Outcome.Day;
import lantian.local.demo.Outcome.Deliveries;
import lantian.local.demo.Outcome.Duties;
import lantian.local.demo.Outcome.Report;
import lantian.local.platform.PlatformPort;
import tools.jackson.databind.JsonNode;

/** Reads from the services what happened in a place, and fetches its reports. */
final class Accounts {
  private static final int PAGE = 500;

  private final Api.Person reader;
  private final Place place;

  Accounts(Api api, Place place) {
    this.reader = api.as("headquarters", "commander-zhao", place.code(), null);
    this.place = place;
  }

  Outcome.OfPlace of(Episode episode, Path reportFolder) {
    var warnings = all(PlatformPort.WARNING, "/api/v1/warnings?jurisdiction=" + place.code());
    var changes = changesOf(warnings);
    var duties = all(PlatformPort.TASKING, "/api/v1/duties?jurisdiction=" + place.code());
    var deliveries =
        all(PlatformPort.NOTIFICATION, "/api/v1/deliveries?jurisdiction=" + place.code());
    return new Outcome.OfPlace(
        place.code(),
        place.name(),
        days(episode.dates(), changes),
        changes,
        warnings.size(),
        changes.size(),
        (int) duties.stream().map(duty -> duty.path("unit").asString()).distinct().count(),
        new Duties(
            duties.size(),
            count(duties, duty -> duty.path("state").asString().equals("COMPLETED")),
            count(duties, duty -> duty.path("overdue").asBoolean())),
        new Deliveries(
            count(deliveries, delivery -> isOneOf(delivery, "ACCEPTED", "ACKED")),
            count(deliveries, delivery -> isOneOf(delivery, "ACKED")),
            count(deliveries, delivery -> isOneOf(delivery, "PERM_FAIL"))),
        reports(reportFolder));
  }

  private List<Change> changesOf(List<JsonNode> warnings) {
    return warnings.stream()
        .flatMap(warning -> timelineOf(warning).valueStream())
        .filter(step -> step.path("step").asString().equals("PUBLISHED"))
        .map(
            step ->
                new Change(
                    step.path("at").asString(),
                    step.path("from").asString(),
                    step.path("to").asString()))
        .sorted(Comparator.comparing(change -> OffsetDateTime.parse(change.at())))
        .toList();
  }

  private JsonNode timelineOf(JsonNode warning) {
    var id = warning.path("id").asString();
    return reader.get(PlatformPort.WARNING, "/api/v1/warnings/" + id + "/timeline").path("steps");
  }

  static List<Day> days(List<LocalDate> dates, List<Change> changes) {
    var days = new ArrayList<Day>();
    var standing = WarningLevel.NONE;
    int next = 0;
    for (var date : dates) {
      var highest = standing;
      var midnight =
          date.plusDays(1).atTime(LocalTime.MIN).atZone(ChinaTime.ZONE).toOffsetDateTime();
      while (next < changes.size()
          && OffsetDateTime.parse(changes.get(next).at()).isBefore(midnight)) {
        standing = WarningLevel.valueOf(changes.get(next++).to());
        highest = standing.isAbove(highest) ? standing : highest;
      }
      days.add(new Day(date.toString(), highest.name()));
    }
    return days;
  }

  private List<Report> reports(Path folder) {
    return all(PlatformPort.REPORTING, "/api/v1/reports?jurisdiction=" + place.code()).stream()
        .map(report -> fetch(report, folder.resolve(place.code())))
        .sorted(Comparator.comparing(report -> OffsetDateTime.parse(report.liftedAt())))
        .toList();
  }

  private Report fetch(JsonNode report, Path folder) {
    var id = report.path("id").asString();
    var name = report.path("liftedAt").asString().substring(0, 10);
    return new Report(
        report.path("warningId").asString(),
        report.path("liftedAt").asString(),
        report.path("dueOn").asString(),
        save(id, "", folder.resolve(name + ".json")),
        save(id, ".html", folder.resolve(name + ".html")),
        save(id, ".docx", folder.resolve(name + ".docx")));
  }

  private String save(String id, String form, Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, reader.download(PlatformPort.REPORTING, "/api/v1/reports/" + id + form));
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything on a list, page after page. */
  private List<JsonNode> all(PlatformPort service, String path) {
    var found = new ArrayList<JsonNode>();
    for (int page = 0; ; page++) {
      var answer = reader.get(service, path + "&page=" + page + "&size=" + PAGE);
      answer.path("items").forEach(found::add);
      if (answer.path("items").isEmpty() || found.size() >= answer.path("total").asInt()) {
        return List.copyOf(found);
      }
    }
  }

  private static int count(List<JsonNode> nodes, java.util.function.Predicate<JsonNode> which) {
    return (int) nodes.stream().filter(which).count();
  }

  private static boolean isOneOf(JsonNode node, String... states) {
    return List.of(states).contains(node.path("state").asString());
  }
}
