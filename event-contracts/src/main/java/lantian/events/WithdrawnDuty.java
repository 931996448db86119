package lantian.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** A duty that no longer holds, with the duty's own version. */
public record WithdrawnDuty(UUID dutyId, long dutyVersion, String code, Text statement) {

  public WithdrawnDuty {
    requireNonNull(dutyId, "dutyId");
    requireNonNull(code, "code");
    requireNonNull(statement, "statement");
  }
}
