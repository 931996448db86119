package lantian.reporting.episode;

import java.util.List;
import java.util.UUID;

/** Messages counted where they are kept. */
public interface MessageCounts {

  boolean moreThan(UUID warning, int messages);

  MessageTotals of(UUID warning);

  /**
   * So many units of those that matter most to a reader: of those with a failed message, those with
   * an unanswered one and the rest by turns, those with the most of them.
   */
  List<String> unitsThatMatter(UUID warning, int atMost);
}
