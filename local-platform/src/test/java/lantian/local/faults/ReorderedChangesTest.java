package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import lantian.events.Topics;
import lantian.events.WarningLevel;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("F11: changes of level come twice and in a wrong order")
@Tag("faults")
class ReorderedChangesTest {

  private static final String PLACE = "150822";

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  /** A change of level as it stands in the outbox. */
  private record Sent(String id, String time, String body) {}

  @Test
  void theNewestRevisionHoldsAndEveryUnitHasItsDutiesOnce() {
    platform.lift(PLACE);
    var people = platform.exercise().people(PLACE);
    var warning = people.moveTo(WarningLevel.YELLOW).warning();
    people.moveTo(WarningLevel.ORANGE);
    people.moveTo(WarningLevel.RED);
    platform.booksBalance();
    var other = UUID.randomUUID();
    platform.exercise().books().leaveOut(other);
    var changes = copies(warning, other);

    try (var broker = platform.rawRecords()) {
      for (int revision : List.of(3, 1, 2, 2, 3)) {
        var change = changes.get(revision - 1);
        var record =
            new ProducerRecord<String, byte[]>(
                Topics.WARNINGS, other.toString(), change.body().getBytes(StandardCharsets.UTF_8));
        RawRecords.asCloudEvent(record, change.id(), "warning.level-changed.v1", change.time());
        broker.send(record);
      }
    }
    platform.exercise().awaitRest(FaultPlatform.REST);

    assertThat(
            platform
                .tables()
                .count("select revision from tasking.response where warning_id = '" + other + "'"))
        .isEqualTo(3);
    assertThat(
            platform
                .tables()
                .count(
                    "select count(distinct code) from tasking.duty where ended_at is null and warning_id = '"
                        + other
                        + "'"))
        .isEqualTo(
            platform
                .tables()
                .count(
                    "select count(distinct code) from tasking.duty where ended_at is null and warning_id = '"
                        + warning
                        + "'"));
    assertThat(
            platform
                .tables()
                .count(
                    "select count(*) from tasking.duty where revision <> 3 and warning_id = '"
                        + other
                        + "'"))
        .as("duties of older revisions")
        .isZero();
    assertThat(
            platform.receiver().taken().stream()
                .filter(taken -> taken.warning().equals(other))
                .toList())
        .isNotEmpty()
        .allMatch(taken -> taken.revision() == 3)
        .doesNotHaveDuplicates()
        .hasSize(platform.unitsOf(PLACE, "RED").size());
    platform.booksBalance();
  }

  private List<Sent> copies(UUID warning, UUID other) {
    return platform
        .tables()
        .rows(
            """
            select to_char(occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS.US"+08:00"'),
              convert_from(payload, 'UTF8')
            from warning.outbox where type = 'warning.level-changed.v1' and key = '%s' order by seq
            """
                .formatted(warning),
            row ->
                new Sent(
                    UUID.randomUUID().toString(),
                    row.getString(1),
                    row.getString(2).replace(warning.toString(), other.toString())));
  }
}
