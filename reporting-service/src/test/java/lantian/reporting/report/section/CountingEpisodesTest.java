package lantian.reporting.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import lantian.events.AnswerWay;
import lantian.events.DeliveryPurpose;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.EscalationReason;
import lantian.events.EscalationStep;
import lantian.events.FailureReason;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.reporting.OnReportingService;
import lantian.reporting.episode.AssignedWork;
import lantian.reporting.episode.DeliveryRecord;
import lantian.reporting.episode.DeliveryRecords;
import lantian.reporting.episode.DutyRecords;
import lantian.reporting.episode.DutyStep;
import lantian.reporting.episode.EpisodeEvents;
import lantian.reporting.episode.MessageCounts;
import lantian.reporting.episode.WorkCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counted where they are kept, duties and messages come to what they come to one by one. */
@OnReportingService
class CountingEpisodesTest {
  private static final Instant BEGAN = Instant.parse("2026-01-05T08:00:00Z");
  private static final int UNITS = 40;

  @Autowired DutyRecords duties;
  @Autowired DeliveryRecords deliveries;
  @Autowired WorkCounts workCounts;
  @Autowired MessageCounts messageCounts;
  @Autowired EpisodeEvents events;
  @Autowired JdbcClient sql;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void dutiesInWhateverOrderTheirStepsCame(int seed) {
    var warning = UUID.randomUUID();
    var told = stepsOf(warning, new Random(seed));
    Collections.shuffle(told, new Random(seed));
    told.forEach(Runnable::run);
    var each = Work.of(duties.of(warning), null);
    assertThat(each.totals().silentUnits()).isPositive();
    assertThat(each.totals().all().replaced()).isPositive();
    assertThat(each.totals().all().completedLate()).isPositive();
    assertThat(each.totals().byLevel()).hasSizeGreaterThan(2);

    for (int atMost : new int[] {1, 7, UNITS, 10 * UNITS}) {
      var counted = workCounts.of(warning, atMost);
      assertThat(counted.totals()).isEqualTo(each.totals());
      assertThat(counted.units())
          .isEqualTo(
              Work.byTurns(List.copyOf(each.byUnit().values())).stream()
                  .limit(atMost)
                  .map(unit -> unit.duties().getFirst().unit())
                  .toList());
    }
    assertThat(workCounts.moreThan(warning, each.duties().size())).isFalse();
    assertThat(workCounts.moreThan(warning, each.duties().size() - 1)).isTrue();
    for (var kind : DutyStep.Kind.values()) {
      assertThat(events.of(warning, kind.event(), null, 10_000))
          .hasSize(each.totals().events().getOrDefault(kind, 0))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void whatStoodBeforeTheCountsIsPutTogetherFromItsSteps() throws IOException {
    var warning = UUID.randomUUID();
    stepsOf(warning, new Random(4)).forEach(Runnable::run);
    var kept = rowsOf(warning);
    sql.sql(
            """
            update duty set assigned_at = null, worked = false, taken_on = false, overdue = false,
              completed_late = false, completed_version = 0, returned_version = 0, withdrawn = false,
              first_level = null, first_revision = null, first_version = null where warning_id = ?
            """)
        .param(warning)
        .update();
    sql.sql("update duty_step set warning_id = null where warning_id = ?").param(warning).update();
    for (var migration :
        List.of("V5__rebuilding_projections", "V6__counting_what_is_too_much_to_name")) {
      backfillOf(migration).forEach(statement -> sql.sql(statement).update());
    }
    assertThat(rowsOf(warning)).isEqualTo(kept);
  }

  /** What the migration does to the duties that are there. */
  private static List<String> backfillOf(String migration) throws IOException {
    try (InputStream in =
        CountingEpisodesTest.class.getResourceAsStream("/db/reporting/" + migration + ".sql")) {
      var text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("--"))
              .collect(Collectors.joining("\n"));
      var found = new ArrayList<String>();
      for (var statement : text.split(";", -1)) {
        if (statement.strip().startsWith("update duty")) {
          found.add(statement.strip());
        }
      }
      return found;
    }
  }

  private List<String> rowsOf(UUID warning) {
    return sql.sql(
            """
            select d::text from duty d where warning_id = :warning
            union all
            select s::text from duty_step s join duty d using (duty_id) where d.warning_id = :warning
            order by 1
            """)
        .param("warning", warning)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** Units of every kind; what is told of each duty makes sense only as a whole. */
  private List<Runnable> stepsOf(UUID warning, Random random) {
    var told = new ArrayList<Runnable>();
    for (int u = 0; u < UNITS; u++) {
      var unit = "u%03d".formatted(u);
      var codes = 1 + random.nextInt(4);
      for (int c = 0; c < codes; c++) {
        var duty = UUID.randomUUID();
        var code = unit + ".d" + c;
        told.add(() -> assign(warning, unit, code, duty, random.nextBoolean(), 1, null));
        if (random.nextInt(4) == 0) {
          told.add(() -> assign(warning, unit, code, duty, false, 2, null));
        }
        if (random.nextInt(5) == 0) {
          told.add(() -> assign(warning, unit, code + "x", UUID.randomUUID(), false, 2, duty));
        }
        if (u % 5 != 0) {
          for (int step = 0; step < random.nextInt(6); step++) {
            var kinds = DutyStep.Kind.values();
            var kind = kinds[1 + random.nextInt(kinds.length - 1)];
            var version = 3L + step;
            var late = random.nextBoolean();
            told.add(() -> duties.keep(warning, unit, code, step(duty, kind, version, late)));
          }
        }
      }
    }
    return told;
  }

  private static DutyStep step(UUID duty, DutyStep.Kind kind, long version, boolean late) {
    return new DutyStep(
        UUID.randomUUID(),
        duty,
        kind,
        version,
        BEGAN.plusSeconds(version),
        null,
        null,
        "liaison",
        "已停工",
        late && kind == DutyStep.Kind.COMPLETED);
  }

  private void assign(
      UUID warning,
      String unit,
      String code,
      UUID duty,
      boolean inferred,
      long revision,
      @Nullable UUID replaces) {
    var after = code.endsWith("d3");
    duties.assigned(
        warning,
        unit,
        List.of(
            new AssignedWork(
                duty,
                revision,
                revision,
                "单位" + unit,
                "Unit " + unit,
                code,
                new Text("停工", "stop"),
                null,
                DutyKind.ACTION,
                after ? DutyPhase.AFTER_LIFT : DutyPhase.IN_FORCE,
                code.endsWith("d2"),
                replaces,
                null,
                BEGAN.plusSeconds(3_600),
                "dengkou#15/3",
                inferred)),
        List.of(
            new DutyStep(
                UUID.randomUUID(),
                duty,
                DutyStep.Kind.ASSIGNED,
                revision,
                BEGAN.plusSeconds(revision),
                revision,
                revision == 1 ? WarningLevel.YELLOW : WarningLevel.RED,
                null,
                null,
                false)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void messagesInWhateverPartsTheyAreKnown(int seed) {
    var warning = UUID.randomUUID();
    var random = new Random(seed);
    for (int u = 0; u < UNITS; u++) {
      for (int n = 0; n < 1 + random.nextInt(3); n++) {
        deliveries.keep(message(warning, "u%03d".formatted(u), random));
      }
    }
    var each = Messages.of(deliveries.of(warning), null);
    assertThat(each.totals().failedUnits()).isPositive();
    assertThat(each.totals().median()).isNotNull();

    assertThat(messageCounts.of(warning)).isEqualTo(each.totals());
    for (int atMost : new int[] {1, 7, UNITS, 10 * UNITS}) {
      assertThat(messageCounts.unitsThatMatter(warning, atMost))
          .containsExactlyInAnyOrderElementsOf(
              Messages.thatMatter(List.copyOf(each.byUnit().entrySet()), atMost).stream()
                  .map(Map.Entry::getKey)
                  .toList());
    }
    assertThat(messageCounts.moreThan(warning, each.all().size())).isFalse();
    assertThat(messageCounts.moreThan(warning, each.all().size() - 1)).isTrue();
    for (var type : each.totals().events().keySet()) {
      assertThat(events.of(warning, type, null, 10_000))
          .hasSize(each.totals().events().getOrDefault(type, 0))
          .doesNotHaveDuplicates();
    }
  }

  private static DeliveryRecord message(UUID warning, String unit, Random random) {
    var delivery = UUID.randomUUID();
    var sentAt = BEGAN.plusMillis(random.nextInt(5_000));
    var ways = new @Nullable AnswerWay[] {AnswerWay.LINK, AnswerWay.SIGNED_IN, null};
    return new DeliveryRecord(
        delivery,
        warning,
        1L,
        unit,
        DeliveryPurpose.LEVEL_CHANGE,
        random.nextInt(4) == 0
            ? null
            : new DeliveryRecord.Sent(UUID.randomUUID(), 2, sentAt, 1, false),
        random.nextInt(3) == 0
            ? null
            : new DeliveryRecord.Acknowledged(
                UUID.randomUUID(),
                3,
                sentAt.plusMillis(random.nextInt(900_000)),
                "liaison",
                ways[random.nextInt(ways.length)]),
        random.nextInt(8) == 0
            ? new DeliveryRecord.Failed(
                UUID.randomUUID(), 4, sentAt, FailureReason.GAVE_UP, 9, "refused")
            : null,
        random.nextInt(6) == 0
            ? new DeliveryRecord.Escalated(
                UUID.randomUUID(),
                5,
                sentAt,
                new UUID(0, random.nextInt(9)),
                EscalationStep.values()[random.nextInt(EscalationStep.values().length)],
                EscalationReason.UNANSWERED)
            : null);
  }
}
