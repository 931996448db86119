package lantian.reporting.episode;

import java.util.List;
import java.util.UUID;

/** Duties counted where they are kept. */
public interface WorkCounts {

  boolean moreThan(UUID warning, int duties);

  WorkTotals of(UUID warning);

  /**
   * So many units of those that matter most to a reader: of the silent, the late and the rest by
   * turns, those with the most overdue and the most open duties.
   */
  List<String> unitsThatMatter(UUID warning, int atMost);
}
