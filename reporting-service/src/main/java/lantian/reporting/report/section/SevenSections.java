package lantian.reporting.report.section;

import java.util.List;
import lantian.reporting.episode.Episode;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;

/** The seven headings in the order of seed 000, row 3. */
public final class SevenSections {
  private static final List<SectionWriter> WRITERS =
      List.of(
          new CauseSection(),
          new ForecastSection(),
          new ResponseSection(),
          new MeasuresSection(),
          new SupportSection(),
          new EffectSection(),
          new ProblemsSection());

  private SevenSections() {}

  public static List<Section> of(Episode episode, Words words, Sources sources) {
    return WRITERS.stream().map(writer -> writer.write(episode, words, sources)).toList();
  }
}
