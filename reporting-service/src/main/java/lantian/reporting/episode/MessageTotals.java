package lantian.reporting.episode;

import java.time.Duration;
import java.util.Map;
import lantian.events.EscalationStep;
import lantian.events.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What became of all messages of a warning, in numbers.
 *
 * @param sent counts what was acknowledged later
 * @param byLink of the acknowledged
 * @param everyWayKnown whether each answer says how it came in
 * @param median time from sending to answer; null without an answer
 * @param escalated messages that went on to whom; one that went to two deputies is one
 * @param events of each type, each event once
 */
public record MessageTotals(
    int units,
    int messages,
    int sent,
    int acknowledged,
    int byLink,
    boolean everyWayKnown,
    int failed,
    int failedUnits,
    int unanswered,
    int unansweredUnits,
    @Nullable Duration median,
    Map<EscalationStep, Integer> escalated,
    Map<EventType, Integer> events) {

  public MessageTotals {
    escalated = Map.copyOf(escalated);
    events = Map.copyOf(events);
  }
}
