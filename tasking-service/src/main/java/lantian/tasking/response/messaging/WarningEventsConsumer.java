package lantian.tasking.response.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
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
import lantian.tasking.response.LevelChange;
import lantian.tasking.response.NoPlan;
import lantian.tasking.response.OtherMode;
import lantian.tasking.response.RecordingFanOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Reads what warning-service tells; only a published level change asks for anything here. */
@Configuration(proxyBeanMethods = false)
class WarningEventsConsumer {
  private static final Logger log = LoggerFactory.getLogger(WarningEventsConsumer.class);

  private final RecordingFanOut recording;
  private final Counter stale;

  WarningEventsConsumer(RecordingFanOut recording, MeterRegistry metrics) {
    this.recording = recording;
    this.stale =
        Counter.builder("events.stale")
            .description("Revisions that came after a newer one and took no effect")
            .tag("type", "warning.level-changed.v1")
            .register(metrics);
  }

  @Bean
  Consumer<Message<byte[]>> warnings(EventIntake intake) {
    return intake.reading(WarningsEvent.class, this::on);
  }

  private void on(Received<WarningsEvent> received) {
    switch (received.event()) {
      case WarningLevelChanged changed -> record(changed, received.time());
      case WarningProposed _, WarningApproved _, WarningReturned _ -> {
        // not published yet: nobody is tasked
      }
    }
  }

  private void record(WarningLevelChanged changed, Instant happenedAt) {
    if (isTaskedElsewhere(changed)) {
      log.info(
          "revision {} of warning {} for {} is tasked elsewhere: {}",
          changed.version(),
          changed.warningId(),
          changed.jurisdiction(),
          changed.cascade());
      return;
    }
    try {
      if (!recording.record(levelChange(changed), happenedAt)) {
        stale.increment();
        log.info(
            "revision {} of warning {} came after a newer one",
            changed.version(),
            changed.warningId());
      }
    } catch (OtherMode e) {
      throw new PoisonRecord(PoisonRecord.Reason.UNCLEAR_MODE, String.valueOf(e.getMessage()), e);
    } catch (NoPlan e) {
      throw new PoisonRecord(
          PoisonRecord.Reason.UNKNOWN_REFERENCE, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Whether events of their own tell what is to be done about it: those of the response in which it
   * is carried out, or of the places that it binds, where its own place has no plan. Looked at
   * before anything is written: a refusal from within would take this event's transaction with it.
   */
  private boolean isTaskedElsewhere(WarningLevelChanged changed) {
    Cascade cascade = changed.cascade();
    return cascade != null
        && (cascade.respondedIn() != null
            || (!cascade.binds().isEmpty() && !recording.hasPlan(changed.jurisdiction())));
  }

  private static LevelChange levelChange(WarningLevelChanged changed) {
    var validTo = changed.validTo();
    return new LevelChange(
        changed.warningId(),
        changed.version(),
        changed.mode(),
        changed.jurisdiction(),
        changed.jurisdictionName(),
        changed.kind(),
        changed.from(),
        changed.to(),
        changed.response(),
        instant(changed.publishedAt()),
        instant(changed.validFrom()),
        validTo == null ? null : instant(validTo));
  }

  /** As finely as the database keeps it, so that what is compared there and here agrees. */
  private static Instant instant(OffsetDateTime time) {
    return time.toInstant().truncatedTo(ChronoUnit.MICROS);
  }
}
