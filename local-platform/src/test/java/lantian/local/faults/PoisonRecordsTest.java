package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.Topics;
import lantian.local.platform.PlatformPort;
import lantian.local.process.Waiting;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("F10: records that nobody can read")
@Tag("faults")
class PoisonRecordsTest {

  private static final String PLACE = "652300";
  private static final String TIME = "2026-11-22T08:00:00+08:00";
  private static final int JUST_UNDER_A_MEBIBYTE = 1024 * 1024 - 2_000;
  private static final int MANY = 200;

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  @Test
  void theyAreKeptWithTheirBytesAlsoWhenTheDatabaseIsAwayAndHoldUpNobody() {
    platform.booksBalance();
    var poison = poison();
    platform.database().kill();
    try (var broker = platform.rawRecords()) {
      poison.forEach(broker::send);
    }
    platform.database().start();
    for (var service : List.of(PlatformPort.TASKING, PlatformPort.REPORTING)) {
      platform.service(service).awaitReady(FaultPlatform.READY);
      Waiting.until(
          FaultPlatform.REST,
          () -> parked(service) + " of " + poison.size() + " are kept by " + service,
          () -> parked(service) == poison.size());
      assertThat(
              platform
                  .tables()
                  .count(
                      "select max(octet_length(payload)) from %s.parked_record"
                          .formatted(schema(service))))
          .isEqualTo(JUST_UNDER_A_MEBIBYTE);
    }

    long begun = System.nanoTime();
    var change = platform.change(PLACE);
    Waiting.until(
        FaultPlatform.REST,
        () -> "nobody is told",
        () ->
            platform.receiver().taken().stream()
                .anyMatch(
                    taken ->
                        taken.warning().equals(change.warning())
                            && taken.level().equals(change.to())));
    var told = Duration.ofNanos(System.nanoTime() - begun);

    dismissAll(PlatformPort.TASKING);
    dismissAll(PlatformPort.REPORTING);
    platform.booksBalance();
    Bound.holds("a change after poison records", Duration.ofSeconds(3), told);
  }

  /** All on one partition, in the way of whatever comes after them there. */
  private static List<ProducerRecord<String, byte[]>> poison() {
    var records = new ArrayList<ProducerRecord<String, byte[]>>();
    records.add(event("not JSON", "warning.level-changed.v1", "{\"mode\": "));
    records.add(event("empty", "warning.level-changed.v1", ""));
    records.add(new ProducerRecord<>(Topics.WARNINGS, 0, "null", null));
    records.add(event("no fields", "warning.level-changed.v1", "{}"));
    records.add(
        event(
            "unknown level", "warning.level-changed.v1", "{\"mode\": \"LIVE\", \"to\": \"BLUE\"}"));
    records.add(event("no mode", "warning.level-changed.v1", "{\"to\": \"RED\"}"));
    records.add(
        new ProducerRecord<>(
            Topics.WARNINGS, 0, "no headers", "{}".getBytes(StandardCharsets.UTF_8)));
    var bomb = event("headers", "warning.level-changed.v1", "{}");
    for (int i = 0; i < MANY; i++) {
      bomb.headers().add("x-" + i, "\u0000 多".repeat(50).getBytes(StandardCharsets.UTF_8));
    }
    records.add(bomb);
    var large = new byte[JUST_UNDER_A_MEBIBYTE];
    java.util.Arrays.fill(large, (byte) '{');
    records.add(
        RawRecords.asCloudEvent(
            new ProducerRecord<>(Topics.WARNINGS, 0, "large", large),
            UUID.randomUUID().toString(),
            "warning.level-changed.v1",
            TIME));
    return records;
  }

  private static ProducerRecord<String, byte[]> event(String key, String type, String body) {
    return RawRecords.asCloudEvent(
        new ProducerRecord<>(Topics.WARNINGS, 0, key, body.getBytes(StandardCharsets.UTF_8)),
        UUID.randomUUID().toString(),
        type,
        TIME);
  }

  private long parked(PlatformPort service) {
    try {
      return platform
          .tables()
          .count(
              "select count(*) from %s.parked_record where state = 'PARKED'"
                  .formatted(schema(service)));
    } catch (IllegalStateException e) {
      return -1;
    }
  }

  private void dismissAll(PlatformPort service) {
    var operator = platform.exercise().operator();
    for (var record :
        operator.get(service, "/api/v1/parked-records?state=PARKED&size=500").path("items")) {
      operator.post(
          service,
          "/api/v1/parked-records/" + record.path("id").asLong() + "/dismiss",
          record.path("version").asLong(),
          Map.of("reason", "故障演练 / a test of faults"));
    }
  }

  private static String schema(PlatformPort service) {
    return service == PlatformPort.TASKING ? "tasking" : "reporting";
  }
}
