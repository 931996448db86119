package lantian.reporting.report.docx;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.reporting.report.Composing;
import lantian.reporting.report.EvaluationReport;
import lantian.reporting.report.EvaluationReport.DailyChart;
import lantian.reporting.report.EvaluationReport.Fact;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.EvaluationReport.Status;
import lantian.reporting.report.Words;

/** A report about nothing with something of each kind in it, to try a template with. */
final class TrialReport {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-01-01T08:00:00+08:00");
  private static final LocalDate DAY = AT.toLocalDate();
  private static final int SECTIONS = 7;

  private TrialReport() {}

  static void fill(WordTemplate template) {
    Words words = Words.in(Locale.SIMPLIFIED_CHINESE);
    template.fill(new WordContents(report(words), words, Letterhead.NONE).values(), d -> {});
  }

  private static EvaluationReport report(Words words) {
    List<Section> sections = new ArrayList<>();
    for (int number = 1; number <= SECTIONS; number++) {
      DailyChart.Day day = new DailyChart.Day(DAY, 210, WarningLevel.YELLOW);
      sections.add(
          new Composing("cause", number, words)
              .figure("peak", number, List.of("S1"))
              .chart(new DailyChart("chart", "—", List.of(200), List.of(day), List.of()))
              .table(
                  "days",
                  List.of("date"),
                  List.of(new Row(List.of(Composing.cell("—")), List.of())))
              .dataSay("—")
              .toComplete("—")
              .done());
    }
    UUID id = new UUID(0, 0);
    return new EvaluationReport(
        id,
        id,
        Status.DRAFT,
        Mode.DRILL,
        "000000",
        "—",
        "—",
        WarningLevel.YELLOW,
        "—",
        AT,
        AT,
        DAY,
        false,
        AT,
        List.of(new Fact("—", "—", "—")),
        List.of("—"),
        sections.getFirst().figures(),
        sections,
        List.of());
  }
}
