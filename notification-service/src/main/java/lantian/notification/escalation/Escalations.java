package lantian.notification.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lantian.notification.contact.Rank;
import lantian.notification.escalation.Escalation.Message;

/** All escalations. */
public interface Escalations {

  /** Keeps a new one; one that is known stays as it is. */
  void add(Escalation escalation);

  /** Some that wait and are due, or whose last told all failed for good; the longest due first. */
  List<Message> due(Instant now);

  /** One that waits, held until the transaction ends; none where another instance holds it. */
  Optional<Escalation> take(Message message);

  void save(Escalation escalation);

  /** Ends one as answered, if it has not ended otherwise. */
  void endAnswered(Message message, Instant at);

  /** Ends those whose message this one takes the place of; tells how many. */
  int endOvertaken(Message by, Instant at);

  /** How many wait, by who was told last. */
  long waiting(Rank told);

  /** How many have no answer and nobody left to tell. */
  long withNobodyLeft();
}
