package lantian.kit.observability;

import java.util.List;

/**
 * What one look, mostly one query, tells operators. Surveys are made from time to time by {@link
 * Surveying}, never by whoever asks for the figures; what a look throws leaves its figures unknown.
 */
public interface Survey {

  /** What it gives figures of. */
  List<Measure> measures();

  /** The figures as they are now; what is not among them is no longer shown. */
  List<Figure> look();
}
