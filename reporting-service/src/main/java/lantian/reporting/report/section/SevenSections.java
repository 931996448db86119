package lantian.reporting.report.section;

import java.util.List;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.Extent;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;

/** The seven headings in the order of seed 000, row 3. */
public final class SevenSections {
  private SevenSections() {}

  public static List<Section> of(Episode episode, Extent extent, Words words, Sources sources) {
    return writers(extent).stream().map(writer -> writer.write(episode, words, sources)).toList();
  }

  private static List<SectionWriter> writers(Extent extent) {
    return List.of(
        new CauseSection(),
        new ForecastSection(),
        new ResponseSection(),
        new MeasuresSection(extent),
        new SupportSection(extent),
        new EffectSection(),
        new ProblemsSection(extent));
  }
}
