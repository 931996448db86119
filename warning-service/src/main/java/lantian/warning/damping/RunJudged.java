package lantian.warning.damping;

import java.time.Instant;
import java.util.UUID;
import lantian.warning.assessment.LiveJudgement;

/** A run with what it alone, together with what was measured, asks for now. */
public record RunJudged(
    UUID forecastId, String source, Instant issuedAt, LiveJudgement judgement) {}
