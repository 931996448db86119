package lantian.bench.run;

import java.util.List;
import lantian.bench.figure.Figure;

/** One thing that is measured. */
public interface Bench {

  /** By which it is asked for. */
  String name();

  /** What it gave. */
  Outcome run(Stand stand) throws Exception;

  /** Figures, with a sentence on how they were taken: rounds, warm-up, settings. */
  record Outcome(List<Figure> figures, String how) {
    public Outcome {
      figures = List.copyOf(figures);
    }
  }
}
