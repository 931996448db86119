package lantian.warning.publication;

import java.time.Instant;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a revision, word for word; it never changes.
 *
 * @param reference the message as later ones name it
 * @param cap the CAP document with its signature
 * @param capCn the document by GB/T 35965.1
 * @param correction null where nothing is in force that could be taken back
 */
public record Publication(
    UUID warningId,
    long revision,
    Mode mode,
    String jurisdiction,
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    Instant publishedAt,
    Reference reference,
    Texts texts,
    String cap,
    String capCn,
    @Nullable PreparedCorrection correction) {}
