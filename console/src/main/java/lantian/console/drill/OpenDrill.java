package lantian.console.drill;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drill as warning-service tells of it. Codes are passed on as they come, so that a new one is
 * shown rather than hidden.
 */
public record OpenDrill(Announced announced, List<Warning> warnings, List<Proposal> proposals) {

  /** What everybody who takes part was told. */
  public record Announced(
      String id,
      String jurisdiction,
      String jurisdictionName,
      long number,
      String name,
      String scenario,
      OffsetDateTime from,
      OffsetDateTime until,
      String announcedBy,
      String announcedTo) {}

  /** A warning of it; {@code state} IN_FORCE or LIFTED. */
  public record Warning(
      String id,
      String state,
      String level,
      long revision,
      OffsetDateTime publishedAt,
      OffsetDateTime validFrom,
      @Nullable OffsetDateTime validTo) {}

  /** A change that somebody is to decide on, or has decided on. */
  public record Proposal(
      String id, String state, String kind, String from, String to, OffsetDateTime proposedAt) {}
}
