package lantian.reporting.report.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.events.Mode;
import lantian.kit.security.Caller;
import lantian.kit.web.FieldError;
import lantian.kit.web.Languages;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.reporting.episode.Extent;
import lantian.reporting.report.EvaluationReport;
import lantian.reporting.report.OpenReport;
import lantian.reporting.report.ReportId;
import lantian.reporting.report.Words;
import lantian.reporting.report.docx.WordReport;
import lantian.reporting.report.html.HtmlReport;
import lantian.reporting.report.section.ReadingReport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evaluation reports in the reader's language. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "reports", description = "评估报告 / evaluation reports")
class ReportController {
  private static final MediaType WORD =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private static final int LARGEST_PAGE = 500;
  private static final int LAST_PAGE = 100_000;

  private final ReadingReport reading;
  private final HtmlReport html;
  private final WordReport word;
  private final Extent extent;
  private final Clock clock;

  ReportController(
      ReadingReport reading,
      HtmlReport html,
      WordReport word,
      ReportSettings settings,
      Clock clock) {
    this.reading = reading;
    this.html = html;
    this.word = word;
    this.extent = settings.extent();
    this.clock = clock;
  }

  /** One page of a list; {@code total} counts all pages. */
  record PageView(int page, int size, long total, List<ReportSummaryView> items) {}

  @GetMapping
  @Operation(summary = "评估报告列表 / the reports that the reader may see, the latest lift first")
  PageView list(
      Caller caller,
      @RequestParam(required = false) @Nullable Mode mode,
      @RequestParam(required = false) @Nullable String jurisdiction,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    requirePage(page, size);
    Reach reach = new Reach(caller);
    if (jurisdiction != null) {
      reach.require(jurisdiction);
    }
    List<OpenReport> all =
        reading.all(jurisdiction, mode).stream()
            .filter(report -> reach.covers(report.jurisdiction()))
            .toList();
    return new PageView(
        page,
        size,
        all.size(),
        all.stream().skip((long) page * size).limit(size).map(ReportSummaryView::of).toList());
  }

  private static void requirePage(int page, int size) {
    List<FieldError> errors = new ArrayList<>();
    if (page < 0 || page > LAST_PAGE) {
      errors.add(FieldError.at("?page", "range", 0, LAST_PAGE));
    }
    if (size < 1 || size > LARGEST_PAGE) {
      errors.add(FieldError.at("?size", "range", 1, LARGEST_PAGE));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "评估报告（JSON）/ a report with the events behind each figure")
  EvaluationReport json(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
    return read(caller, id, words(request));
  }

  @GetMapping(path = "/{id}.html")
  @Operation(summary = "评估报告（网页）/ a report as a page that prints well")
  ResponseEntity<String> html(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
    Words words = words(request);
    return ResponseEntity.ok().contentType(PAGE).body(html.render(read(caller, id, words), words));
  }

  @GetMapping(path = "/{id}.docx")
  @Operation(summary = "评估报告（Word）/ a report to be completed and filed")
  ResponseEntity<byte[]> docx(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
    Words words = words(request);
    EvaluationReport report = read(caller, id, words);
    String mark = report.mode() == Mode.DRILL ? words.say("drill.mark") : "";
    ContentDisposition name =
        ContentDisposition.attachment()
            .filename(mark + report.title() + ".docx", StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(WORD)
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(word.render(report, words));
  }

  private EvaluationReport read(Caller caller, UUID id, Words words) {
    OpenReport report =
        reading
            .find(new ReportId(id))
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "reporting.report-unknown", id));
    new Reach(caller).require(report.jurisdiction());
    return reading.read(report, extent, clock.instant(), words);
  }

  private static Words words(HttpServletRequest request) {
    return Words.in(Languages.of(request));
  }
}
