package lantian.reporting.episode;

import java.time.Instant;
import java.util.UUID;

/**
 * A unit that a change has laid something upon, or has told to stand down: {@code remaining} duties
 * are its to do after that revision.
 */
public record AskedUnit(
    UUID eventId,
    UUID warningId,
    String unit,
    String unitName,
    String unitNameEn,
    long revision,
    Instant at,
    int remaining) {}
