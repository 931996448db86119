package lantian.reporting.report.html;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lantian.events.Mode;
import lantian.reporting.report.EvaluationReport;
import lantian.reporting.report.EvaluationReport.Chart;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.Words;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders the report as a web page: no script, no address outside, every style inside. */
public final class HtmlReport {
  private static final String TEMPLATE = "reporting/evaluation-report";

  private final ITemplateEngine templates;

  public HtmlReport(ITemplateEngine templates) {
    this.templates = templates;
  }

  public String render(EvaluationReport report, Words words) {
    Map<String, String> charts = new HashMap<>();
    for (Section section : report.sections()) {
      for (Chart chart : section.charts()) {
        charts.put(chart.code(), SvgCharts.draw(chart, words));
      }
    }
    Context context = new Context(words.english() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    context.setVariable("report", report);
    context.setVariable("words", words);
    context.setVariable("charts", charts);
    context.setVariable("drill", report.mode() == Mode.DRILL);
    context.setVariable("cited", cited(report));
    context.setVariable("numerals", numerals(words));
    return templates.process(TEMPLATE, context);
  }

  /** The sets that figures name; those of single rows stand in the JSON form only. */
  private static Set<String> cited(EvaluationReport report) {
    return report.sections().stream()
        .flatMap(s -> s.figures().stream())
        .flatMap(f -> f.sources().stream())
        .collect(Collectors.toSet());
  }

  /** How the sections are counted: 一、二、… in Chinese. */
  public static List<String> numerals(Words words) {
    return words.english()
        ? List.of("1", "2", "3", "4", "5", "6", "7")
        : List.of("一", "二", "三", "四", "五", "六", "七");
  }
}
