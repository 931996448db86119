package lantian.reporting.report.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import lantian.events.Mode;
import lantian.reporting.report.EvaluationReport;
import lantian.reporting.report.EvaluationReport.Chart;
import lantian.reporting.report.EvaluationReport.Draft;
import lantian.reporting.report.EvaluationReport.Figure;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.EvaluationReport.Table;
import lantian.reporting.report.Words;
import lantian.reporting.report.html.HtmlReport;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.jspecify.annotations.Nullable;

/** Writes the report as .docx, to be completed in Word or LibreOffice and filed. */
public final class WordReport {
  private static final double BODY = 12;
  private static final String NUMBER = "{0}";

  public byte[] render(EvaluationReport report, Words words) {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      WordPage.prepare(document);
      document.getProperties().getCoreProperties().setTitle(report.title());
      document.getProperties().getCoreProperties().setCreator(report.jurisdictionName());
      boolean drill = report.mode() == Mode.DRILL;
      WordPage.header(
          document, drill ? words.say("drill.mark") + report.title() : report.title(), drill);
      String page = words.say("footer.page", NUMBER);
      int number = page.indexOf(NUMBER);
      WordPage.footer(
          document, page.substring(0, number), page.substring(number + NUMBER.length()));
      head(document, report, words);
      for (Section section : report.sections()) {
        section(document, section, words);
      }
      signatures(document, words);
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void head(XWPFDocument document, EvaluationReport report, Words words) {
    XWPFParagraph title = paragraph(document, 120, 120);
    title.setAlignment(ParagraphAlignment.CENTER);
    WordPage.run(title, report.title(), WordPage.HEADING, 22).setBold(true);
    XWPFParagraph status = paragraph(document, 0, 200);
    status.setAlignment(ParagraphAlignment.CENTER);
    WordPage.run(status, words.say(report.status()), WordPage.BODY, BODY);
    for (String notice : report.notices()) {
      XWPFParagraph paragraph = paragraph(document, 0, 80);
      paragraph.setBorderLeft(Borders.THICK);
      paragraph.setIndentationLeft(120);
      WordPage.run(paragraph, notice, WordPage.BODY, 11);
    }
    paragraph(document, 0, 60);
    WordTable.pairs(
        document, report.facts().stream().map(f -> new String[] {f.label(), f.text()}).toList());
    heading(document, words.say("head.summary"), 2);
    WordTable.pairs(document, figures(report.summary()));
  }

  private static void section(XWPFDocument document, Section section, Words words) {
    String numeral = HtmlReport.numerals(words).get(section.number() - 1);
    heading(
        document,
        words.english() ? numeral + ". " + section.heading() : numeral + "、" + section.heading(),
        1);
    if (!section.figures().isEmpty()) {
      WordTable.pairs(document, figures(section.figures()));
    }
    WordCharts charts = new WordCharts(words);
    for (Chart chart : section.charts()) {
      heading(document, chart.caption(), 2);
      charts.write(document, chart);
    }
    for (Table table : section.tables()) {
      if (!table.rows().isEmpty()) {
        heading(document, table.caption(), 2);
        WordTable.write(document, table);
      }
    }
    paragraph(document, 0, 60);
    Draft.Kind before = null;
    for (Draft draft : section.drafts()) {
      draft(document, draft, before, words);
      before = draft.kind();
    }
  }

  private static void draft(
      XWPFDocument document, Draft draft, Draft.@Nullable Kind before, Words words) {
    if (draft.kind() != before) {
      XWPFParagraph label = paragraph(document, 120, 20);
      label.setKeepNext(true);
      XWPFRun run =
          WordPage.run(
              label,
              words.say("draft.label", words.say("head.draft"), words.say(draft.kind())),
              WordPage.HEADING,
              11);
      run.setColor("8A5A00");
    }
    XWPFParagraph paragraph = paragraph(document, 0, 60);
    paragraph.setSpacingBetween(1.4);
    paragraph.setIndentationFirstLine(words.english() ? 0 : 480);
    XWPFRun run = WordPage.run(paragraph, draft.text(), WordPage.BODY, BODY);
    if (draft.kind() == Draft.Kind.TO_COMPLETE) {
      run.setItalic(words.english());
      run.setColor("7F7F7F");
      for (int i = 0; i < 2; i++) {
        XWPFParagraph line = paragraph(document, 160, 0);
        line.setBorderBottom(Borders.SINGLE);
      }
    }
  }

  private static void signatures(XWPFDocument document, Words words) {
    for (String line : List.of("sign.to", "sign.by", "sign.date")) {
      XWPFParagraph paragraph = paragraph(document, line.equals("sign.to") ? 600 : 120, 0);
      paragraph.setKeepNext(!line.equals("sign.date"));
      paragraph.setIndentationLeft(4600);
      WordPage.run(paragraph, words.say(line), WordPage.BODY, BODY);
    }
  }

  private static List<String[]> figures(List<Figure> figures) {
    List<String[]> pairs = new ArrayList<>();
    for (Figure figure : figures) {
      pairs.add(new String[] {figure.label(), figure.text()});
    }
    return pairs;
  }

  private static void heading(XWPFDocument document, String text, int level) {
    XWPFParagraph heading = paragraph(document, level == 1 ? 420 : 240, 120);
    heading.setStyle("Heading" + level);
    heading.setKeepNext(true);
    WordPage.run(heading, text, WordPage.HEADING, level == 1 ? 16 : 12).setBold(level == 1);
  }

  private static XWPFParagraph paragraph(XWPFDocument document, int before, int after) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingBefore(before);
    paragraph.setSpacingAfter(after);
    return paragraph;
  }
}
