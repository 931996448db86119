package lantian.kit.parking;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import lantian.kit.intake.PoisonRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps records that could not be handled, with their bytes and the reason, in the reader's own
 * database. When that fails it throws, so that the record is offered again and nothing is lost.
 */
public final class ParkingLot {
  private static final Logger log = LoggerFactory.getLogger(ParkingLot.class);

  private final JdbcClient sql;
  private final JsonMapper json;

  public ParkingLot(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  void park(ConsumerRecord<?, ?> record, Throwable failure) {
    var cause = rootCause(failure);
    var reason = cause instanceof PoisonRecord poison ? poison.reason().name() : "FAILED";
    sql.sql(
            """
            insert into parked_record
              (topic, partition, record_offset, record_key, headers, payload, reason, detail)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            on conflict do nothing
            """)
        .params(record.topic(), record.partition(), record.offset())
        .param(bytes(record.key()))
        .param(json.writeValueAsString(headers(record)))
        .param(bytes(record.value()))
        .param(reason)
        .param(printable(cause))
        .update();
    log.error(
        "parked {}-{}@{}: {} {}",
        record.topic(),
        record.partition(),
        record.offset(),
        reason,
        printable(cause));
  }

  static Throwable rootCause(Throwable failure) {
    for (var t = failure; t != null; t = t.getCause()) {
      if (t instanceof PoisonRecord) {
        return t;
      }
    }
    var cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String printable(Throwable cause) {
    return (cause.getClass().getSimpleName() + ": " + cause.getMessage()).replace("\u0000", "");
  }

  private static LinkedHashMap<String, String> headers(ConsumerRecord<?, ?> record) {
    var headers = new LinkedHashMap<String, String>();
    for (var header : record.headers()) {
      var value = header.value();
      headers.put(
          header.key(),
          value == null
              ? ""
              : new String(value, StandardCharsets.UTF_8).replace("\u0000", "\uFFFD"));
    }
    return headers;
  }

  private static byte @org.jspecify.annotations.Nullable [] bytes(
      @org.jspecify.annotations.Nullable Object value) {
    return switch (value) {
      case null -> null;
      case byte[] bytes -> bytes;
      case Object other -> other.toString().getBytes(StandardCharsets.UTF_8);
    };
  }
}
