package lantian.kit.parking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import lantian.events.ChinaTime;
import org.jspecify.annotations.Nullable;

/** A parked record in a list: where it came from, why it was not handled, what was decided. */
record ParkedRecordView(
    long id,
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    @Nullable String type,
    String reason,
    String detail,
    int attempts,
    OffsetDateTime parkedAt,
    ParkedRecord.State state,
    int version,
    @Nullable String decidedBy,
    @Nullable OffsetDateTime decidedAt,
    @Nullable String decision) {

  /** A header; {@code text} where its bytes are UTF-8. */
  record HeaderView(String name, @Nullable String base64, @Nullable String text) {}

  /** The same with its headers and bytes; {@code text} where the bytes are UTF-8. */
  record WithBytes(
      @JsonUnwrapped ParkedRecordView parked,
      List<HeaderView> headers,
      @Nullable String base64,
      @Nullable String text) {}

  static ParkedRecordView of(ParkedRecord record) {
    return new ParkedRecordView(
        record.id(),
        record.topic(),
        record.partition(),
        record.offset(),
        text(record.key()),
        record.headers().stream()
            .filter(header -> header.name().equals("ce_type"))
            .findFirst()
            .map(header -> text(header.value()))
            .orElse(null),
        record.reason(),
        record.detail(),
        record.attempts(),
        ChinaTime.at(record.parkedAt()),
        record.state(),
        record.version(),
        record.decidedBy(),
        Optional.ofNullable(record.decidedAt()).map(ChinaTime::at).orElse(null),
        record.decision());
  }

  static WithBytes withBytes(ParkedRecord record) {
    return new WithBytes(
        of(record),
        record.headers().stream()
            .map(h -> new HeaderView(h.name(), base64(h.value()), text(h.value())))
            .toList(),
        base64(record.payload()),
        text(record.payload()));
  }

  private static @Nullable String base64(byte @Nullable [] bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
