package lantian.tasking.response;

import static lantian.events.DutyDelta.ADDED;
import static lantian.events.DutyDelta.EASED;
import static lantian.events.DutyDelta.KEPT;
import static lantian.events.DutyDelta.TIGHTENED;
import static lantian.events.WarningLevel.NONE;
import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static lantian.events.WarningLevel.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lantian.events.AssignedDuty;
import lantian.events.ChangeKind;
import lantian.events.DutiesAssigned;
import lantian.events.DutiesWithdrawn;
import lantian.events.DutyPhase;
import lantian.events.Mode;
import lantian.events.Occasion;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.tasking.AWarning;
import lantian.tasking.TaskingTest;
import lantian.tasking.plan.PlannedDuty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the units of both plans are told at each change of level. */
class FanningOutDutiesTest extends TaskingTest {

  @ParameterizedTest
  @CsvSource({"150822,24", "652300,25"})
  void atOrangeEveryUnitOfThePlanGetsItsList(String jurisdiction, int units) {
    var warning = AWarning.in(jurisdiction);

    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));

    var told = told(warning.id, DutiesAssigned.class);
    assertThat(told).hasSize(units).hasSameSizeAs(told(warning.id));
    assertThat(told)
        .allSatisfy(
            each -> {
              assertThat(each.mode()).isEqualTo(Mode.LIVE);
              assertThat(each.version()).isEqualTo(1);
              assertThat(each.occasion()).isEqualTo(Occasion.LEVEL_CHANGE);
              assertThat(each.from()).isEqualTo(NONE);
              assertThat(each.to()).isEqualTo(ORANGE);
              assertThat(each.assignedAt()).isEqualTo("2016-12-09T16:04:00+08:00");
              assertThat(each.planVersion()).isEqualTo(jurisdiction + "@1");
            });
    assertThat(lists(told)).isEqualTo(planned(jurisdiction, ORANGE));
    assertThat(all(told))
        .allSatisfy(
            duty -> {
              assertThat(duty.delta()).isEqualTo(ADDED);
              assertThat(duty.dutyVersion()).isEqualTo(1);
              assertThat(duty.accepted()).isFalse();
              assertThat(duty.replaces()).isNull();
              assertThat(duty.dueAt()).isNotNull();
            });
    assertThat(duties(warning.id, "")).hasSameSizeAs(all(told));
    assertThat(planned(jurisdiction, YELLOW)).hasSize(units);
    assertThat(planned(jurisdiction, RED)).hasSize(units);
  }

  @ParameterizedTest
  @ValueSource(strings = {DENGKOU, CHANGJI})
  void anExtensionKeepsEveryDutyWithItsTimeAndTellsEachUnitOnce(String jurisdiction) {
    var warning = AWarning.in(jurisdiction);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    var before = byCode(all(told(warning.id, DutiesAssigned.class)));

    publish(warning.to(ORANGE, "2016-12-09T18:00:00"));

    var told = revision(warning.id, 2);
    assertThat(told.stream().map(DutiesAssigned::unit)).doesNotHaveDuplicates();
    assertThat(told).hasSameSizeAs(revision(warning.id, 1));
    assertThat(told).allSatisfy(each -> assertThat(each.kind()).isEqualTo(ChangeKind.EXTEND));
    assertThat(all(told)).hasSameSizeAs(before.values());
    assertThat(all(told))
        .allSatisfy(
            duty -> {
              var earlier = Objects.requireNonNull(before.get(duty.code()));
              assertThat(duty.delta()).isEqualTo(KEPT);
              assertThat(duty.dutyId()).isEqualTo(earlier.dutyId());
              assertThat(duty.dueAt()).isEqualTo(earlier.dueAt());
            });
    assertThat(told(warning.id, DutiesWithdrawn.class)).isEmpty();
    assertThat(duties(warning.id, "")).hasSameSizeAs(before.values());
  }

  @ParameterizedTest
  @ValueSource(strings = {DENGKOU, CHANGJI})
  void fromOrangeToRedDutiesAreKeptTightenedOrAdded(String jurisdiction) {
    var warning = AWarning.in(jurisdiction);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    var before = byCode(all(told(warning.id, DutiesAssigned.class)));

    publish(warning.to(RED, "2016-12-09T18:00:00"));

    var told = revision(warning.id, 2);
    assertThat(lists(told)).isEqualTo(planned(jurisdiction, RED));
    assertThat(told(warning.id, DutiesWithdrawn.class)).isEmpty();
    var deltas = new HashSet<>();
    for (var duty : all(told)) {
      deltas.add(duty.delta());
      var earlier = before.get(duty.code());
      if (earlier == null) {
        assertThat(duty.delta()).isEqualTo(ADDED);
      } else if (Objects.equals(earlier.measure(), duty.measure())) {
        assertThat(duty.delta()).isEqualTo(KEPT);
        assertThat(duty.dutyId()).isEqualTo(earlier.dutyId());
        assertThat(duty.dueAt()).isEqualTo(earlier.dueAt());
      } else {
        assertThat(duty.delta()).isEqualTo(TIGHTENED);
        assertThat(duty.dutyId()).isNotEqualTo(earlier.dutyId());
        assertThat(state(earlier.dutyId())).isIn("REPLACED", "ASSIGNED");
        if (duty.replaces() != null) {
          assertThat(duty.replaces()).isEqualTo(earlier.dutyId());
          assertThat(state(earlier.dutyId())).isEqualTo("REPLACED");
        }
      }
    }
    assertThat(deltas).contains(KEPT, TIGHTENED);
  }

  @ParameterizedTest
  @ValueSource(strings = {DENGKOU, CHANGJI})
  void fromRedToYellowDutiesAreEasedOrWithdrawn(String jurisdiction) {
    var warning = AWarning.in(jurisdiction);
    publish(warning.to(RED, "2016-12-09T16:04:00"));
    var before = byCode(all(told(warning.id, DutiesAssigned.class)));

    publish(warning.to(YELLOW, "2016-12-09T18:00:00"));

    var told = revision(warning.id, 2);
    var planned = planned(jurisdiction, YELLOW);
    assertThat(lists(told)).isEqualTo(planned);
    assertThat(all(told))
        .allSatisfy(duty -> assertThat(duty.delta()).isIn(KEPT, EASED))
        .anySatisfy(duty -> assertThat(duty.delta()).isEqualTo(EASED));
    var withdrawn = told(warning.id, DutiesWithdrawn.class);
    var remaining = new HashSet<String>();
    planned.values().forEach(remaining::addAll);
    var gone = new HashSet<>(before.keySet());
    gone.removeAll(remaining);
    assertThat(gone).isNotEmpty();
    assertThat(withdrawn.stream().flatMap(each -> each.duties().stream()).map(d -> d.code()))
        .containsExactlyInAnyOrderElementsOf(gone);
    assertThat(withdrawn)
        .allSatisfy(
            each -> {
              assertThat(each.remaining())
                  .isEqualTo(planned.getOrDefault(each.unit(), List.of()).size());
              assertThat(each.duties())
                  .allSatisfy(duty -> assertThat(duty.dutyVersion()).isEqualTo(2));
              assertThat(each.duties())
                  .allSatisfy(duty -> assertThat(state(duty.dutyId())).isEqualTo("WITHDRAWN"));
            });
  }

  @ParameterizedTest
  @CsvSource({"150822,24", "652300,25"})
  void atTheLiftAllIsWithdrawnEverybodyIsToldAndTheReportsAreAskedFor(
      String jurisdiction, int units) {
    var warning = AWarning.in(jurisdiction);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    var inForce = all(told(warning.id, DutiesAssigned.class));

    publish(warning.to(NONE, "2016-12-14T16:05:00"));

    var after = revision(warning.id, 2);
    assertThat(all(after))
        .isNotEmpty()
        .allSatisfy(
            duty -> {
              assertThat(duty.delta()).isEqualTo(ADDED);
              assertThat(duty.phase()).isEqualTo(DutyPhase.AFTER_LIFT);
            });
    assertThat(all(after).stream().map(AssignedDuty::code))
        .contains(plan(jurisdiction).evaluationReport().duty());
    var withdrawn = told(warning.id, DutiesWithdrawn.class);
    assertThat(withdrawn.stream().map(DutiesWithdrawn::unit))
        .hasSize(units)
        .doesNotHaveDuplicates();
    assertThat(withdrawn.stream().flatMap(each -> each.duties().stream())).hasSameSizeAs(inForce);
    var staying = after.stream().map(DutiesAssigned::unit).collect(Collectors.toSet());
    assertThat(withdrawn)
        .allSatisfy(
            each -> assertThat(each.remaining() > 0).isEqualTo(staying.contains(each.unit())));
    assertThat(duties(warning.id, "&state=ASSIGNED")).hasSameSizeAs(all(after));
  }

  @Test
  void whatWasDoneStaysDoneAtTheLiftAndAUnitWithNothingLeftIsStillTold() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(YELLOW, "2016-12-09T16:04:00"));
    var unit =
        planned(DENGKOU, YELLOW).entrySet().stream()
            .filter(
                each ->
                    plan(DENGKOU)
                        .unit(each.getKey())
                        .orElseThrow()
                        .dutiesAfterLift(Response.COLOURED)
                        .isEmpty())
            .findFirst()
            .orElseThrow()
            .getKey();
    var liaison = rest.asLiaisonOf(unit, DENGKOU);
    for (var duty : duties(warning.id, "&unit=" + unit)) {
      var done =
          liaison
              .ifMatch(duty.path("version").asLong())
              .post(
                  "/api/v1/duties/" + duty.path("id").asString() + "/complete",
                  Map.of("evidence", "已落实"));
      assertThat(done.status()).isEqualTo(200);
    }

    publish(warning.to(NONE, "2016-12-10T16:04:00"));

    assertThat(told(warning.id, DutiesWithdrawn.class))
        .filteredOn(each -> each.unit().equals(unit))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.duties()).isEmpty();
              assertThat(each.remaining()).isZero();
            });
    assertThat(duties(warning.id, "&unit=" + unit))
        .allSatisfy(duty -> assertThat(duty.path("state").asString()).isEqualTo("COMPLETED"));
  }

  @Test
  void aLongerValidityKeepsEveryDutyAndTellsEveryUnit() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    publish(warning.to(ORANGE, "2016-12-10T16:04:00"));

    var told = revision(warning.id, 2);
    assertThat(lists(told)).isEqualTo(planned(DENGKOU, ORANGE));
    assertThat(all(told)).allSatisfy(duty -> assertThat(duty.delta()).isEqualTo(KEPT));
    assertThat(told(warning.id, DutiesWithdrawn.class)).isEmpty();
  }

  @Test
  void aCancelledWarningLeavesNothingToReportOn() {
    var warning = AWarning.in(CHANGJI);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    publish(warning.cancelled("2016-12-09T17:00:00"));

    assertThat(revision(warning.id, 2)).isEmpty();
    assertThat(told(warning.id, DutiesWithdrawn.class))
        .hasSize(25)
        .allSatisfy(each -> assertThat(each.remaining()).isZero());
    assertThat(duties(warning.id, ""))
        .allSatisfy(duty -> assertThat(duty.path("state").asString()).isEqualTo("WITHDRAWN"));
  }

  @ParameterizedTest
  @CsvSource({"HEALTH_NOTICE_AND_SUPERVISION", "HEALTH_NOTICE"})
  void anotherResponseAsksForItsOwnDutiesAlone(Response response) {
    var warning = AWarning.in(DENGKOU).answeredBy(response);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));

    var told = told(warning.id, DutiesAssigned.class);
    assertThat(lists(told)).isEqualTo(planned(DENGKOU, ORANGE, response)).isNotEmpty();
    assertThat(all(told)).hasSizeLessThan(size(planned(DENGKOU, ORANGE)));
  }

  @Test
  void aDrillStaysADrillInEveryEventAndEveryRow() {
    var warning = AWarning.in(DENGKOU).asADrill();
    publish(warning.to(YELLOW, "2016-12-09T16:04:00"));
    publish(warning.to(NONE, "2016-12-09T17:04:00"));

    assertThat(told(warning.id))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.mode()).isEqualTo(Mode.DRILL));
    assertThat(duties(warning.id, ""))
        .allSatisfy(duty -> assertThat(duty.path("mode").asString()).isEqualTo("DRILL"));
  }

  /** F28: whichever of the two is wrong, nobody is tasked for it. */
  @Test
  void aDrillThatIsToldOfAsLiveTasksNobody() {
    var warning = AWarning.in(DENGKOU).asADrill();
    publish(warning.to(YELLOW, "2016-12-09T16:04:00"));
    topics.send(warning.asLive().to(RED, "2016-12-09T16:34:00"));
    publish(warning.asADrill().to(ORANGE, "2016-12-09T17:04:00"));

    assertThat(told(warning.id))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.mode()).isEqualTo(Mode.DRILL));
    assertThat(all(told(warning.id, DutiesAssigned.class))).isNotEmpty();
    assertThat(duties(warning.id, "&mode=LIVE")).isEmpty();
    assertThat(duties(warning.id, "&mode=DRILL")).isNotEmpty();
    assertThat(
            sql.sql(
                    """
                    select reason from parked_record where convert_from(record_key, 'UTF8') = ?
                    """)
                .param(warning.id.toString())
                .query(String.class)
                .list())
        .containsExactly("UNCLEAR_MODE");
  }

  @Test
  void whoAcceptedAtOrangeIsNotAskedAgainAtRed() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    var accepted =
        rest.asLiaisonOf("zhb", DENGKOU)
            .post("/api/v1/duties/accept", Map.of("warningId", warning.id));
    assertThat(accepted.status()).isEqualTo(200);

    publish(warning.to(RED, "2016-12-09T18:00:00"));

    var list = revision(warning.id, 2).stream().filter(e -> e.unit().equals("zhb")).toList();
    assertThat(all(list))
        .isNotEmpty()
        .allSatisfy(duty -> assertThat(duty.accepted()).isTrue())
        .anySatisfy(duty -> assertThat(duty.delta()).isEqualTo(TIGHTENED));
    assertThat(duties(warning.id, "&unit=zhb&state=ASSIGNED")).isEmpty();
  }

  private List<DutiesAssigned> revision(UUID warning, long revision) {
    return told(warning, DutiesAssigned.class).stream()
        .filter(each -> each.version() == revision)
        .toList();
  }

  private static List<AssignedDuty> all(List<DutiesAssigned> told) {
    return told.stream().flatMap(each -> each.duties().stream()).toList();
  }

  private static Map<String, AssignedDuty> byCode(List<AssignedDuty> duties) {
    var result = new HashMap<String, AssignedDuty>();
    duties.forEach(duty -> assertThat(result.put(duty.code(), duty)).isNull());
    return result;
  }

  private static Map<String, List<String>> lists(List<DutiesAssigned> told) {
    var lists = new LinkedHashMap<String, List<String>>();
    told.forEach(
        each ->
            assertThat(
                    lists.put(each.unit(), each.duties().stream().map(AssignedDuty::code).toList()))
                .isNull());
    return lists;
  }

  private Map<String, List<String>> planned(String jurisdiction, WarningLevel level) {
    return planned(jurisdiction, level, Response.COLOURED);
  }

  private Map<String, List<String>> planned(
      String jurisdiction, WarningLevel level, Response response) {
    var lists = new LinkedHashMap<String, List<String>>();
    plan(jurisdiction)
        .dutiesFor(level, response)
        .forEach(
            (unit, duties) ->
                lists.put(unit.code(), duties.stream().map(PlannedDuty::code).toList()));
    return lists;
  }

  private static int size(Map<String, List<String>> lists) {
    return lists.values().stream().mapToInt(List::size).sum();
  }

  private String state(UUID duty) {
    return duty(duty.toString()).path("state").asString();
  }
}
