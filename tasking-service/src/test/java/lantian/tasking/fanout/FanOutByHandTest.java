package lantian.tasking.fanout;

import static lantian.events.WarningLevel.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.DutiesEvent;
import lantian.events.EventType;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.kit.web.StrictJson;
import lantian.tasking.TaskingTest;
import lantian.tasking.response.LevelChange;
import lantian.tasking.response.RecordingFanOut;
import lantian.tasking.response.WritingFanOut;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The service without its workers and without its reader: a test records level changes and writes
 * chunks of three units itself, and may leave off wherever a process may die.
 */
@TestPropertySource(
    properties = {
      "lantian.tasking.fan-out.workers=0",
      "lantian.tasking.fan-out.units-per-chunk=3",
      "lantian.tasking.fan-out.tries=3",
      "lantian.tasking.fan-out.first-pause=1ms",
      "lantian.tasking.fan-out.longest-pause=2ms",
      "spring.cloud.stream.bindings.warnings-in-0.consumer.auto-startup=false"
    })
@Import({SyntheticPlans.class, BreakableEvents.class})
abstract class FanOutByHandTest extends TaskingTest {
  static final Duration LEASE = Duration.ofSeconds(10);
  static final String ME = "this-instance";

  @Autowired RecordingFanOut recording;
  @Autowired WritingFanOut writing;
  @Autowired ClaimingFanOuts claiming;
  @Autowired FanOutRuns runs;
  @Autowired SyntheticPlans plans;
  @Autowired BreakableEvents events;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void beginWithNothingRecorded() {
    sql.sql("truncate outbox").update();
    plans.reset();
    events.repair();
  }

  /** The revisions of one warning. */
  static final class Revisions {
    final UUID id = UUID.randomUUID();
    private final String jurisdiction;
    private long revision;
    private WarningLevel level = NONE;

    Revisions(String jurisdiction) {
      this.jurisdiction = jurisdiction;
    }

    LevelChange to(WarningLevel next, String publishedAt) {
      var kind =
          next == NONE
              ? ChangeKind.LIFT
              : level == NONE
                  ? ChangeKind.RAISE
                  : next.isAbove(level) ? ChangeKind.UPGRADE : ChangeKind.DOWNGRADE;
      return change(kind, next, publishedAt);
    }

    /** It was published in error. */
    LevelChange cancelled(String publishedAt) {
      return change(ChangeKind.CANCEL, NONE, publishedAt);
    }

    private LevelChange change(ChangeKind kind, WarningLevel next, String publishedAt) {
      var from = level;
      level = next;
      revision++;
      return new LevelChange(
          id,
          revision,
          Mode.LIVE,
          jurisdiction,
          "某地",
          kind,
          from,
          next,
          Response.COLOURED,
          at(publishedAt),
          at(publishedAt),
          null);
    }
  }

  static Instant at(String localTime) {
    return OffsetDateTime.parse(localTime + "+08:00").toInstant();
  }

  void record(LevelChange change) {
    assertThat(recording.record(change, change.publishedAt())).isTrue();
  }

  Claim claim() {
    return claiming.claim(ME, LEASE).orElseThrow();
  }

  void writeChunk() {
    writing.writeChunk(claim(), LEASE);
  }

  void writeAll() {
    for (var claim = claiming.claim(ME, LEASE);
        claim.isPresent();
        claim = claiming.claim(ME, LEASE)) {
      writing.writeChunk(claim.get(), LEASE);
    }
  }

  /** The time of the claim passes without a sign of its holder. */
  void leaseEnds() {
    sql.sql("update fan_out set free_at = clock_timestamp() where claimed_by is not null").update();
  }

  FanOutRun run(UUID warning, long revision) {
    return runs.find(FanOutRun.idOf(warning, revision)).orElseThrow();
  }

  void assertLost(Claim claim) {
    assertThatThrownBy(() -> writing.writeChunk(claim, LEASE)).isInstanceOf(LostClaim.class);
  }

  long count(UUID warning) {
    return count(warning, "true");
  }

  long count(UUID warning, String condition) {
    return sql.sql("select count(*) from duty where warning_id = ? and " + condition)
        .param(warning)
        .query(Long.class)
        .single();
  }

  List<String> asked(UUID warning) {
    return sql.sql(
            """
            select code || coalesce(' ' || measure, '') from duty
            where warning_id = ? and state in ('ASSIGNED', 'ACCEPTED') order by position
            """)
        .param(warning)
        .query((rs, _) -> rs.getString(1))
        .list();
  }

  /** What the outbox tells of the warning, in its order, sent or not. */
  List<DutiesEvent> outbox(UUID warning) {
    var json = StrictJson.forEvents();
    var events = new ArrayList<DutiesEvent>();
    sql.sql("select type, payload from outbox where key = ? order by seq")
        .param(warning.toString())
        .query(
            rs -> {
              var type = EventType.byWireName(rs.getString("type")).orElseThrow();
              events.add((DutiesEvent) json.readValue(rs.getBytes("payload"), type.record()));
            });
    return events;
  }

  <E extends DutiesEvent> List<E> outbox(UUID warning, Class<E> type) {
    return outbox(warning).stream().filter(type::isInstance).map(type::cast).toList();
  }
}
