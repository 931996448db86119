package lantian.reporting.report.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantian.events.Mode;
import lantian.reporting.report.Composing;
import lantian.reporting.report.EvaluationReport;
import lantian.reporting.report.EvaluationReport.Column;
import lantian.reporting.report.EvaluationReport.Figure;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.EvaluationReport.Source;
import lantian.reporting.report.EvaluationReport.Table;
import lantian.reporting.report.Words;
import lantian.reporting.report.docx.WritingPassages.Passage;
import lantian.reporting.report.html.HtmlReport;

/** What goes into the places of the template. */
final class WordContents {
  private final EvaluationReport report;
  private final Words words;
  private final Letterhead letterhead;

  WordContents(EvaluationReport report, Words words, Letterhead letterhead) {
    this.report = report;
    this.words = words;
    this.letterhead = letterhead;
  }

  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    boolean drill = report.mode() == Mode.DRILL;
    String name = report.jurisdictionName();
    int year = report.readAt().getYear();
    String mark = words.say("drill.mark");
    values.put("drill", drill);
    values.put("live", !drill);
    values.put(Placeholders.DRILL_MARK, drill ? mark : "");
    values.put("title", drill ? mark.strip() + "\n" + report.title() : report.title());
    values.put("status", words.say("letterhead.status", words.say(report.status())));
    values.put("jurisdiction", name);
    values.put("jurisdictionCode", report.jurisdiction());
    values.put("level", words.say(report.highestLevel()));
    values.put("published", words.at(report.publishedAt().toInstant()));
    values.put("lifted", words.at(report.liftedAt().toInstant()));
    values.put("due", words.on(report.dueOn()));
    values.put("readAt", words.at(report.readAt().toInstant()));
    values.put("issuer", letterhead.issuer(name, words));
    values.put("recipient", letterhead.recipient(name, words));
    values.put("documentNumber", letterhead.documentNumber(year, words));
    values.put("signatoryLabel", words.say("letterhead.signatory"));
    values.put("signatory", letterhead.signatory(words));
    values.put("date", words.say("letterhead.date", year));
    values.put(
        "opening",
        words.say(
            "letterhead.opening",
            name,
            words.say(report.highestLevel()),
            words.inProse(report.publishedAt()),
            words.inProse(report.liftedAt())));
    values.put("notices", (Passage) this::notices);
    values.put("facts", (Passage) this::facts);
    values.put("summary", (Passage) this::summary);
    values.put("attachments", (Passage) this::attachments);
    values.put("signature", (Passage) this::signature);
    values.put("annexLabel", words.say("annex.label"));
    values.put("annexTitle", words.say("head.sources"));
    values.put("sources", (Passage) this::sources);
    values.put(Placeholders.SECTIONS, sections());
    return values;
  }

  private List<Map<String, Object>> sections() {
    List<Map<String, Object>> all = new ArrayList<>();
    WordSection.Numbers numbers = new WordSection.Numbers();
    for (Section section : report.sections()) {
      WordSection writing = new WordSection(section, words, numbers);
      String numeral = HtmlReport.numerals(words).get(section.number() - 1);
      all.add(
          Map.of(
              "heading",
              words.say("heading.first", numeral, section.heading()),
              "drafts",
              (Passage) writing::drafts,
              "figures",
              (Passage) writing::figures,
              "charts",
              (Passage) writing::charts,
              "tables",
              (Passage) writing::tables));
    }
    return all;
  }

  private void notices(WordFlow flow) {
    for (String notice : report.notices()) {
      flow.paragraph(WordStyle.BODY, notice);
    }
  }

  private void facts(WordFlow flow) {
    flow.paragraph(WordStyle.CAPTION, words.say("head.facts"));
    WordTable.pairs(
        flow, report.facts().stream().map(f -> new String[] {f.label(), f.text()}).toList());
  }

  private void summary(WordFlow flow) {
    flow.paragraph(WordStyle.CAPTION, words.say("head.summary"));
    WordTable.pairs(flow, WordSection.pairs(report.summary()));
  }

  private void attachments(WordFlow flow) {
    flow.paragraph(WordStyle.BODY, words.say("annex.note", words.say("head.sources")));
  }

  private void signature(WordFlow flow) {
    WordSignature.write(
        flow,
        letterhead.issuer(report.jurisdictionName(), words),
        words.say("letterhead.date", report.readAt().getYear()),
        words);
  }

  /** The sets that figures name, each with the figures that rest on it. */
  private void sources(WordFlow flow) {
    flow.paragraph(WordStyle.BODY, words.say("head.sources-text"));
    List<Row> rows = new ArrayList<>();
    for (Source source : report.sources()) {
      List<String> figures =
          report.sections().stream()
              .flatMap(s -> s.figures().stream())
              .filter(f -> f.sources().contains(source.ref()))
              .map(Figure::label)
              .distinct()
              .toList();
      if (!figures.isEmpty()) {
        rows.add(
            new Row(
                List.of(
                    Composing.cell(source.ref()),
                    Composing.cell(source.type()),
                    Composing.cell(String.valueOf(source.count())),
                    Composing.cell(
                        source.href() == null
                            ? words.list(figures)
                            : words.say("sources.at", words.list(figures), source.href()))),
                List.of()));
      }
    }
    List<Column> columns =
        List.of(
            new Column("ref", words.say("column.ref"), false),
            new Column("type", words.say("column.type"), false),
            new Column("count", words.say("column.count"), true),
            new Column("figures", words.say("column.figures"), false));
    if (!rows.isEmpty()) {
      WordTable.write(flow, new Table("sources", words.say("head.sources"), columns, rows));
    }
  }
}
