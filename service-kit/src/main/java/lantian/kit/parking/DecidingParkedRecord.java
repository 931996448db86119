package lantian.kit.parking;

import lantian.kit.parking.ParkedRecord.State;
import lantian.kit.web.ExpectedVersion;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands a parked record to its reader again, or puts it away. The record's row is locked, and the
 * reader's effect and the new state commit together, so that two people who replay it at once make
 * it take effect once.
 */
final class DecidingParkedRecord {
  private final ParkedRecords records;
  private final Readers readers;
  private final TransactionTemplate transaction;

  DecidingParkedRecord(ParkedRecords records, Readers readers, TransactionTemplate transaction) {
    this.records = records;
    this.readers = readers;
    this.transaction = transaction;
  }

  /** The record as it stands afterwards; a problem when its reader fails again. */
  ParkedRecord replay(long id, String by) {
    try {
      transaction.executeWithoutResult(
          _ -> {
            var record = waiting(id);
            var reader =
                readers
                    .of(record.topic())
                    .orElseThrow(
                        () ->
                            Problem.of(
                                ProblemType.WRONG_STATE, "kit.parked-no-reader", record.topic()));
            try {
              reader.accept(message(record));
            } catch (RuntimeException e) {
              throw new ReaderFailed(e);
            }
            records.markReplayed(id, by);
          });
    } catch (ReaderFailed e) {
      if (DatabaseAway.isCauseOf(e)) {
        throw e.failure;
      }
      var refusal = Refusal.of(e.failure);
      records.markFailedAgain(id, refusal);
      throw Problem.of(
          ProblemType.WRONG_STATE, "kit.replay-failed", refusal.reason(), refusal.detail());
    }
    return find(id);
  }

  /** The record as it stands afterwards: put away for good, its bytes kept. */
  ParkedRecord dismiss(long id, ExpectedVersion seen, String by, String why) {
    transaction.executeWithoutResult(
        _ -> {
          seen.mustBe(waiting(id).version());
          records.markDismissed(id, by, why);
        });
    return find(id);
  }

  ParkedRecord find(long id) {
    return records.find(id).orElseThrow(() -> unknown(id));
  }

  private ParkedRecord waiting(long id) {
    var record = records.findForDecision(id).orElseThrow(() -> unknown(id));
    if (record.state() != State.PARKED) {
      throw Problem.of(
          ProblemType.WRONG_STATE,
          record.state() == State.REPLAYED ? "kit.parked-replayed" : "kit.parked-dismissed",
          String.valueOf(record.decidedBy()));
    }
    return record;
  }

  private static Problem unknown(long id) {
    return Problem.of(ProblemType.NOT_FOUND, "kit.parked-unknown", id);
  }

  /** The record as the binder hands it over. */
  private static Message<?> message(ParkedRecord record) {
    var payload = record.payload();
    var message =
        MessageBuilder.withPayload(payload == null ? KafkaNull.INSTANCE : payload)
            .setHeader(KafkaHeaders.RECEIVED_TOPIC, record.topic())
            .setHeader(KafkaHeaders.RECEIVED_PARTITION, record.partition())
            .setHeader(KafkaHeaders.OFFSET, record.offset())
            .setHeader(KafkaHeaders.RECEIVED_KEY, record.key());
    for (var header : record.headers()) {
      // A message has these two of its own, and nobody may set them.
      if (!header.name().equals("id") && !header.name().equals("timestamp")) {
        message.setHeader(header.name(), header.value());
      }
    }
    return message.build();
  }

  /** Ends the transaction with what the reader threw. */
  private static final class ReaderFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException failure;

    ReaderFailed(RuntimeException failure) {
      super(failure);
      this.failure = failure;
    }
  }
}
