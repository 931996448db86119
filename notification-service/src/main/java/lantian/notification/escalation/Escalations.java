package lantian.notification.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantian.notification.contact.Rank;
import lantian.notification.escalation.Escalation.Message;
import org.jspecify.annotations.Nullable;

/** All escalations. */
public interface Escalations {

  /** Keeps a new one; one that is known stays as it is. */
  void add(Escalation escalation);

  /** Some that wait and are due, or whose last told all failed for good; the longest due first. */
  List<Message> due(Instant now);

  /** The trace of the level change that the message tells of. */
  Optional<String> traceOf(Message message);

  /** One that waits, held until the transaction ends; none where another instance holds it. */
  Optional<Escalation> take(Message message);

  void save(Escalation escalation);

  /** Ends one as answered, if it has not ended otherwise. */
  void endAnswered(Message message, Instant at);

  /** Ends those whose message this one takes the place of; tells how many. */
  int endOvertaken(Message by, Instant at);

  /** What has no answer; of that with nobody left to tell, the latest of a unit since then. */
  Standing standing(Instant since);

  /**
   * How many wait, by who was told last, and how many have nobody left to tell; {@code
   * oldestTaken}: when the first message was created that somebody has and nobody has answered.
   */
  record Standing(Map<Rank, Long> waiting, long nobodyLeft, @Nullable Instant oldestTaken) {
    public Standing {
      waiting = Map.copyOf(waiting);
    }
  }
}
