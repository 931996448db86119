package lantian.warning.response;

import java.util.Optional;
import java.util.UUID;
import lantian.events.Mode;

/** The responses that are told by events of their own. */
public interface PlaceResponses {

  /** The one in force; there is never more than one of a mode. */
  Optional<PlaceResponse> inForce(String jurisdiction, Mode mode);

  /** Keeps a change, with the id of the event that tells of it. */
  void save(ResponseChange change, UUID eventId);
}
