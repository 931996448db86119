package lantian.reporting.report.section;

import lantian.reporting.episode.Episode;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;

/** Writes one section from the facts, registering the events behind each figure. */
@FunctionalInterface
public interface SectionWriter {
  Section write(Episode episode, Words words, Sources sources);
}
