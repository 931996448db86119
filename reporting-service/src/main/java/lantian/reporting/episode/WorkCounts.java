package lantian.reporting.episode;

import java.util.UUID;

/** Duties counted where they are kept. */
public interface WorkCounts {

  boolean moreThan(UUID warning, int duties);

  /** Their totals, and at most so many units that matter. */
  CountedWork of(UUID warning, int units);
}
