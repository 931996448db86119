package lantian.reporting.report.docx;

import java.util.Map;
import lantian.reporting.report.EvaluationReport;
import lantian.reporting.report.Words;

/**
 * Writes the report as .docx in the form of an official document, to be completed in Word or
 * LibreOffice and filed.
 */
public final class WordReport {
  private final WordTemplates templates;
  private final Map<String, Letterhead> letterheads;

  public WordReport(WordTemplates templates, Map<String, Letterhead> letterheads) {
    this.templates = templates;
    this.letterheads = Map.copyOf(letterheads);
  }

  public byte[] render(EvaluationReport report, Words words) {
    Letterhead letterhead = letterheads.getOrDefault(report.jurisdiction(), Letterhead.NONE);
    return templates
        .of(report.jurisdiction(), words.english())
        .fill(
            new WordContents(report, words, letterhead).values(),
            document -> {
              document.getProperties().getCoreProperties().setTitle(report.title());
              document.getProperties().getCoreProperties().setCreator(report.jurisdictionName());
            });
  }
}
