package lantian.reporting.episode.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import lantian.events.Cascade;
import lantian.events.WarningApproved;
import lantian.events.WarningLevelChanged;
import lantian.events.WarningProposed;
import lantian.events.WarningReturned;
import lantian.events.WarningsEvent;
import lantian.kit.intake.EventIntake;
import lantian.kit.intake.PoisonRecord;
import lantian.kit.intake.Received;
import lantian.reporting.episode.LevelChangeReader;
import lantian.reporting.episode.LevelStep;
import lantian.reporting.episode.ProposalStep;
import lantian.reporting.episode.Warnings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Reads {@code lantian.warnings.v1}; a lift opens the report that is owed for it. */
@Configuration(proxyBeanMethods = false)
class WarningEventsConsumer {
  private final Warnings warnings;
  private final LevelChangeReader reader;

  WarningEventsConsumer(Warnings warnings, LevelChangeReader reader) {
    this.warnings = warnings;
    this.reader = reader;
  }

  @Bean
  Consumer<Message<byte[]>> warnings(EventIntake intake) {
    return intake.reading(WarningsEvent.class, this::on);
  }

  private void on(Received<WarningsEvent> received) {
    UUID id = received.id();
    mustBeAsBefore(received.event());
    switch (received.event()) {
      case WarningProposed proposed -> warnings.keep(proposed(id, proposed));
      case WarningApproved approved -> warnings.keep(approved(id, approved));
      case WarningReturned returned -> warnings.keep(returned(id, returned));
      case WarningLevelChanged changed -> {
        LevelStep step = level(id, changed);
        warnings.keep(step);
        reader.onLevelChange(step);
      }
    }
  }

  /** A report is on a warning or on a drill, and never on something that was both. */
  private void mustBeAsBefore(WarningsEvent event) {
    var warning = event.warningId();
    if (warnings.modeOf(warning).filter(mode -> mode != event.mode()).isPresent()) {
      throw new PoisonRecord(
          PoisonRecord.Reason.UNCLEAR_MODE,
          "warning " + warning + " was published in the other mode");
    }
  }

  private static ProposalStep proposed(UUID id, WarningProposed event) {
    return new ProposalStep(
        id,
        event.mode(),
        event.warningId(),
        event.proposalId(),
        event.version(),
        ProposalStep.Kind.PROPOSED,
        event.kind(),
        event.to(),
        event.proposedAt().toInstant(),
        null,
        null,
        null,
        event.reason().zh(),
        event.reason().en(),
        event.forecastId());
  }

  private static ProposalStep approved(UUID id, WarningApproved event) {
    return new ProposalStep(
        id,
        event.mode(),
        event.warningId(),
        event.proposalId(),
        event.version(),
        ProposalStep.Kind.APPROVED,
        event.kind(),
        event.to(),
        event.approvedAt().toInstant(),
        event.approvedBy(),
        event.submittedBy(),
        event.submittedAt().toInstant(),
        null,
        null,
        null);
  }

  private static ProposalStep returned(UUID id, WarningReturned event) {
    return new ProposalStep(
        id,
        event.mode(),
        event.warningId(),
        event.proposalId(),
        event.version(),
        event.rejected() ? ProposalStep.Kind.REJECTED : ProposalStep.Kind.RETURNED,
        event.kind(),
        event.to(),
        event.returnedAt().toInstant(),
        event.returnedBy(),
        null,
        null,
        event.reason(),
        null,
        null);
  }

  private static LevelStep level(UUID id, WarningLevelChanged event) {
    Cascade cascade = event.cascade();
    return new LevelStep(
        id,
        event.mode(),
        event.warningId(),
        event.version(),
        event.proposalId(),
        event.jurisdiction(),
        event.jurisdictionName(),
        event.kind(),
        event.from(),
        event.to(),
        event.reason(),
        event.publishedAt().toInstant(),
        event.validFrom().toInstant(),
        instant(event.validTo()),
        event.cause(),
        event.response(),
        event.policy(),
        event.submittedBy(),
        event.approvedBy(),
        cascade == null ? null : cascade.respondedIn(),
        cascade == null ? List.of() : cascade.binds());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
