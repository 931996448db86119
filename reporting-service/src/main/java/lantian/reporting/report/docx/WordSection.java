package lantian.reporting.report.docx;

import java.util.ArrayList;
import java.util.List;
import lantian.reporting.report.EvaluationReport.Chart;
import lantian.reporting.report.EvaluationReport.Draft;
import lantian.reporting.report.EvaluationReport.Figure;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.EvaluationReport.Table;
import lantian.reporting.report.Words;
import org.jspecify.annotations.Nullable;

/** One of the seven sections: its parts in the order in which the template has them. */
final class WordSection {
  private static final int LINES_TO_FILL_IN = 1;

  /** Tables and charts are counted through the whole report. */
  static final class Numbers {
    private int tables;
    private int charts;
  }

  private final Section section;
  private final Words words;
  private final Numbers numbers;
  private int parts;

  WordSection(Section section, Words words, Numbers numbers) {
    this.section = section;
    this.words = words;
    this.numbers = numbers;
  }

  void drafts(WordFlow flow) {
    if (section.drafts().isEmpty()) {
      return;
    }
    part(flow, "part.drafts");
    Draft.@Nullable Kind before = null;
    int kinds = 0;
    for (Draft draft : section.drafts()) {
      if (draft.kind() != before) {
        kinds++;
        before = draft.kind();
        flow.paragraph(
            WordStyle.THIRD_HEADING,
            words.say("heading.third", kinds, words.say("part.draft", words.say(draft.kind()))));
      }
      boolean toComplete = draft.kind() == Draft.Kind.TO_COMPLETE;
      flow.paragraph(toComplete ? WordStyle.TO_COMPLETE : WordStyle.BODY, draft.text());
      for (int i = 0; toComplete && i < LINES_TO_FILL_IN; i++) {
        flow.emptyParagraph(WordStyle.TO_COMPLETE);
      }
    }
  }

  void figures(WordFlow flow) {
    if (!section.figures().isEmpty()) {
      part(flow, "part.figures");
      WordTable.pairs(flow, pairs(section.figures()));
    }
  }

  void charts(WordFlow flow) {
    if (section.charts().isEmpty()) {
      return;
    }
    part(flow, "part.charts");
    WordCharts charts = new WordCharts(words);
    for (Chart chart : section.charts()) {
      numbers.charts++;
      flow.paragraph(
          WordStyle.CAPTION, words.say("caption.chart", numbers.charts, chart.caption()));
      charts.write(flow, chart);
    }
  }

  void tables(WordFlow flow) {
    List<Table> filled = section.tables().stream().filter(t -> !t.rows().isEmpty()).toList();
    if (filled.isEmpty()) {
      return;
    }
    part(flow, "part.tables");
    for (Table table : filled) {
      numbers.tables++;
      flow.paragraph(
          WordStyle.CAPTION, words.say("caption.table", numbers.tables, table.caption()));
      WordTable.write(flow, table);
      if (table.more() != null) {
        flow.paragraph(WordStyle.CELL, table.more().text());
      }
    }
  }

  private void part(WordFlow flow, String code) {
    parts++;
    flow.paragraph(
        WordStyle.SECOND_HEADING, words.say("heading.second", numeral(), words.say(code)));
  }

  private String numeral() {
    return List.of(words.say("heading.numerals").split(",", -1)).get(parts - 1);
  }

  static List<String[]> pairs(List<Figure> figures) {
    List<String[]> pairs = new ArrayList<>();
    for (Figure figure : figures) {
      pairs.add(new String[] {figure.label(), figure.text()});
    }
    return pairs;
  }
}
