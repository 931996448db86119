package lantian.kit.parking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps records that could not be handled, with their bytes and the reason, in the reader's own
 * database. When that fails it throws, so that the record is offered again and nothing is lost.
 */
public class ParkingLot {
  private static final Logger log = LoggerFactory.getLogger(ParkingLot.class);

  private final JdbcClient sql;
  private final JsonMapper json;

  public ParkingLot(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  void park(ConsumerRecord<?, ?> record, Throwable failure) {
    var refusal = Refusal.of(failure);
    sql.sql(
            """
            insert into parked_record
              (topic, partition, record_offset, record_key, headers, record_headers, payload, reason, detail)
            values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
            on conflict do nothing
            """)
        .params(record.topic(), record.partition(), record.offset())
        .param(bytes(record.key()))
        .param(json.writeValueAsString(texts(record)))
        .param(json.writeValueAsString(exact(record)))
        .param(bytes(record.value()))
        .param(refusal.reason())
        .param(refusal.detail())
        .update();
    // The detail may quote the record, and so what people are called: it stands in the row only.
    var cause = Refusal.rootCause(failure);
    log.error(
        "parked {}-{}@{}: {}, {}{}",
        record.topic(),
        record.partition(),
        record.offset(),
        refusal.reason(),
        cause.getClass().getSimpleName(),
        Refusal.place(cause));
  }

  private static LinkedHashMap<String, String> texts(ConsumerRecord<?, ?> record) {
    var headers = new LinkedHashMap<String, String>();
    for (var header : record.headers()) {
      var value = header.value();
      headers.put(
          storable(header.key()),
          value == null ? "" : storable(new String(value, StandardCharsets.UTF_8)));
    }
    return headers;
  }

  private static List<List<@Nullable String>> exact(ConsumerRecord<?, ?> record) {
    var headers = new ArrayList<List<@Nullable String>>();
    for (var header : record.headers()) {
      var value = header.value();
      headers.add(
          Arrays.asList(
              storable(header.key()),
              value == null ? null : Base64.getEncoder().encodeToString(value)));
    }
    return headers;
  }

  /** PostgreSQL has no place for U+0000 in a text. */
  private static String storable(String text) {
    return text.replace("\u0000", "\uFFFD");
  }

  private static byte @Nullable [] bytes(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case byte[] bytes -> bytes;
      case Object other -> other.toString().getBytes(StandardCharsets.UTF_8);
    };
  }
}
