package lantian.warning.warning.web;

import java.time.OffsetDateTime;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.warning.Warning;
import org.jspecify.annotations.Nullable;

/** A warning as those who act on it see it. */
record WarningView(
    UUID id,
    WarningState state,
    Mode mode,
    String jurisdiction,
    String jurisdictionName,
    WarningLevel level,
    Cause cause,
    Response response,
    String policy,
    long revision,
    OffsetDateTime firstPublishedAt,
    OffsetDateTime publishedAt,
    OffsetDateTime validFrom,
    @Nullable OffsetDateTime validTo,
    @Nullable OffsetDateTime liftedAt,
    @Nullable PromptView prompt) {

  /** Extend, change or lift? {@code proposes}: what the service proposes in answer. */
  record PromptView(
      String text,
      OffsetDateTime since,
      OffsetDateTime endsAt,
      boolean ended,
      @Nullable UUID proposalId,
      @Nullable ChangeKind proposes) {}

  static WarningView of(Warning warning, Jurisdiction jurisdiction, @Nullable PromptView prompt) {
    var validTo = warning.validTo();
    return new WarningView(
        warning.id(),
        warning.isInForce() ? WarningState.IN_FORCE : WarningState.LIFTED,
        warning.mode(),
        warning.jurisdiction(),
        jurisdiction.name(),
        warning.level(),
        warning.cause(),
        warning.response(),
        warning.policy(),
        warning.revision(),
        ChinaTime.at(warning.firstPublishedAt()),
        ChinaTime.at(warning.publishedAt()),
        ChinaTime.at(warning.validFrom()),
        validTo == null ? null : ChinaTime.at(validTo),
        warning.isInForce() ? null : ChinaTime.at(warning.publishedAt()),
        prompt);
  }
}
