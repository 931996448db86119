package lantian.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** One round of the relay: events handed to the broker, and what it answered to each. */
final class SendingBatch {
  /** Longer than {@code delivery.timeout.ms}, by which the producer has given an answer itself. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(35);

  private static final Duration LOOK_UP = Duration.ofSeconds(1);

  private final KafkaTemplate<String, byte[]> kafka;
  private final String source;
  private final BooleanSupplier maySend;
  private final Map<OutboxRow, CompletableFuture<?>> answers = new LinkedHashMap<>();
  private final Set<String> topicsAway = new HashSet<>();
  private final Set<String> stuck = new HashSet<>();
  private final List<UUID> confirmed = new ArrayList<>();
  private final Map<UUID, String> failures = new LinkedHashMap<>();

  /** {@code maySend} keeps the lease alive, and is false once somebody else has it. */
  SendingBatch(KafkaTemplate<String, byte[]> kafka, String source, BooleanSupplier maySend) {
    this.kafka = kafka;
    this.source = source;
    this.maySend = maySend;
  }

  List<UUID> confirmed() {
    return confirmed;
  }

  /** Why events were not confirmed, by their ids. */
  Map<UUID, String> failures() {
    return failures;
  }

  /** Hands the events over in their order; false: the lease was lost on the way. */
  boolean send(List<OutboxRow> rows) throws InterruptedException {
    for (var row : rows) {
      if (!maySend.getAsBoolean()) {
        return false;
      }
      // Waiting for a topic that cannot be reached takes seconds; once a round is enough.
      if (!topicsAway.contains(row.topic()) && !stuck.contains(row.ordered())) {
        hand(row);
      }
    }
    return true;
  }

  private void hand(OutboxRow row) throws InterruptedException {
    try {
      answers.put(row, kafka.send(row.toRecord(source)));
    } catch (KafkaException | org.apache.kafka.common.KafkaException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
        topicsAway.add(row.topic());
      }
      stuck.add(row.ordered());
      failures.put(row.eventId(), String.valueOf(cause));
    }
  }

  /** Waits until each event has its answer; false: the lease was lost meanwhile. */
  boolean awaitAnswers() throws InterruptedException {
    long end = System.nanoTime() + ANSWER_WITHIN.toNanos();
    for (var sent : answers.entrySet()) {
      var row = sent.getKey();
      var answer = sent.getValue();
      while (!isAnswered(answer) && System.nanoTime() < end) {
        if (!maySend.getAsBoolean()) {
          return false;
        }
      }
      conclude(row, errorOf(answer));
    }
    return true;
  }

  private void conclude(OutboxRow row, @Nullable String error) {
    // What follows an unsent event of the same key is sent again after it, to keep the order.
    if (error == null && !stuck.contains(row.ordered())) {
      confirmed.add(row.eventId());
    } else {
      stuck.add(row.ordered());
      failures.put(row.eventId(), error == null ? "follows an unsent event of its key" : error);
    }
  }

  private static boolean isAnswered(CompletableFuture<?> answer) throws InterruptedException {
    try {
      answer.get(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    }
  }

  private static @Nullable String errorOf(CompletableFuture<?> answer) {
    if (!answer.isDone()) {
      return "no answer within " + ANSWER_WITHIN;
    }
    return answer.isCompletedExceptionally() ? String.valueOf(answer.exceptionNow()) : null;
  }
}
