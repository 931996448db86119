package lantian.reporting.report.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import lantian.events.EventType;
import lantian.kit.security.Caller;
import lantian.kit.web.FieldError;
import lantian.kit.web.Languages;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.reporting.episode.DeliveryRecord;
import lantian.reporting.episode.DutyRecord;
import lantian.reporting.episode.ListingEpisode;
import lantian.reporting.report.OpenReport;
import lantian.reporting.report.ReportId;
import lantian.reporting.report.Words;
import lantian.reporting.report.csv.DutySheet;
import lantian.reporting.report.csv.MessageSheet;
import lantian.reporting.report.section.ReadingReport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a report counts and does not name. Lists are read and written part by part, each part in a
 * transaction of its own: nobody who reads slowly holds a connection.
 */
@RestController
@RequestMapping("/api/v1/reports/{id}")
@Tag(name = "reports", description = "评估报告 / evaluation reports")
class ReportListsController {
  private static final int UNITS_AT_ONCE = 200;
  private static final int LARGEST_PAGE = 10_000;

  private final ReadingReport reading;
  private final ListingEpisode listing;

  ReportListsController(ReadingReport reading, ListingEpisode listing) {
    this.reading = reading;
    this.listing = listing;
  }

  /**
   * Some events of a type; {@code next} is to be asked {@code after}, null where there are no more.
   */
  record EventsView(String type, List<UUID> events, @Nullable UUID next) {}

  @GetMapping("/duties.csv")
  @Operation(summary = "全部任务及落实情况（CSV）/ every duty of the warning, with what became of it")
  void duties(
      Caller caller,
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    OpenReport report = find(caller, id);
    send(
        response,
        "duties",
        report,
        out -> {
          var sheet = new DutySheet(out, Words.in(Languages.of(request)));
          write(listing::duties, report, DutyRecord::unit, sheet::add);
        });
  }

  @GetMapping("/deliveries.csv")
  @Operation(summary = "全部通知及签收情况（CSV）/ every message of the warning, with what became of it")
  void deliveries(
      Caller caller,
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    OpenReport report = find(caller, id);
    send(
        response,
        "deliveries",
        report,
        out -> {
          var sheet = new MessageSheet(out, Words.in(Languages.of(request)));
          write(listing::deliveries, report, DeliveryRecord::unit, sheet::add);
        });
  }

  private interface Part<T> {
    List<T> after(UUID warning, String unit, int units);
  }

  private static <T> void write(
      Part<T> parts, OpenReport report, Function<T, String> unit, Consumer<List<T>> sheet) {
    List<T> part = parts.after(report.warningId(), "", UNITS_AT_ONCE);
    while (!part.isEmpty()) {
      sheet.accept(part);
      part = parts.after(report.warningId(), unit.apply(part.getLast()), UNITS_AT_ONCE);
    }
  }

  private interface Written {
    void to(Writer out) throws IOException;
  }

  /**
   * Sends a list when all of it is there: a database that goes away in the middle is an error to
   * the reader, and not a list that looks whole.
   */
  private static void send(
      HttpServletResponse response, String name, OpenReport report, Written list)
      throws IOException {
    Path file = Files.createTempFile("lantian-" + name, ".csv");
    try {
      try (Writer out = Files.newBufferedWriter(file)) {
        list.to(out);
      }
      response.setContentType("text/csv;charset=UTF-8");
      response.setContentLengthLong(Files.size(file));
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment()
              .filename("%s-%s-%s.csv".formatted(name, report.jurisdiction(), report.id().value()))
              .build()
              .toString());
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.delete(file);
    }
  }

  @GetMapping("/events")
  @Operation(
      summary = "一类事件的全部编号，分页 / the ids of all events of a type, page by page",
      description =
          "报告对数量过大的事件组只给数目和此地址；按编号排序，用 next 作为下一次的 after。"
              + " / A report gives the number of a set that is too large to be named, and this address. In the order of"
              + " the ids; next is the after of the next page.")
  EventsView events(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam String type,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "1000") int size) {
    OpenReport report = find(caller, id);
    Optional<EventType> wanted = EventType.byWireName(type).filter(listing.eventTypes()::contains);
    List<FieldError> errors = new ArrayList<>();
    if (wanted.isEmpty()) {
      errors.add(
          FieldError.at(
              "?type",
              "event-type",
              String.join(
                  ", ", listing.eventTypes().stream().map(EventType::wireName).sorted().toList())));
    }
    if (size < 1 || size > LARGEST_PAGE) {
      errors.add(FieldError.at("?size", "range", 1, LARGEST_PAGE));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    List<UUID> events = listing.events(report.warningId(), wanted.orElseThrow(), after, size);
    return new EventsView(type, events, events.size() < size ? null : events.getLast());
  }

  private OpenReport find(Caller caller, UUID id) {
    OpenReport report =
        reading
            .find(new ReportId(id))
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "reporting.report-unknown", id));
    new Reach(caller).require(report.jurisdiction());
    return report;
  }
}
