package lantian.warning.damping;

import static lantian.warning.Rules.JUDGING;
import static lantian.warning.Rules.NATIONAL_2024;
import static lantian.warning.SeriesOf.hour;
import static lantian.warning.SeriesOf.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;
import lantian.warning.Seasons;
import lantian.warning.SeriesOf;
import lantian.warning.assessment.LiveJudgement;
import lantian.warning.assessment.Standing;
import lantian.warning.policy.Policy;
import lantian.warning.policy.file.APolicy;
import lantian.warning.series.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the runs before the latest one make of a change that it asks for. */
class DampingChangeTest {
  private static final DampingChange DAMPING = new DampingChange(JUDGING);

  /** Hours 0 to 47 were measured. */
  private static final int NOW = 47;

  private static final Policy TWO_RUNS = policy(2, 2);

  @Test
  void byTheNationalPoliciesOneRunIsEnough() {
    Weighed weighed = weigh(NATIONAL_2024, WarningLevel.NONE, orange(), clean());
    assertThat(weighed.judgement().change()).isEqualTo(ChangeKind.RAISE);
    assertThat(weighed.damped()).isNull();
    assertThat(weighed.agreements())
        .containsExactly(new Agreement("CMA", WarningLevel.ORANGE, true, 2, 1));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, false", "2, 1, true", "2, 2, false", "3, 2, true", "3, 3, false"})
  void aLevelIsRaisedWhenSoManyRunsAgree(int needed, int agreeing, boolean waits) {
    List<Series> runs = new ArrayList<>();
    IntStream.range(0, agreeing).forEach(_ -> runs.add(orange()));
    IntStream.range(0, 4).forEach(_ -> runs.add(clean()));
    Weighed weighed = weigh(policy(needed, 1), WarningLevel.NONE, runs.toArray(Series[]::new));
    assertThat(weighed.damped() != null).isEqualTo(waits);
    assertThat(weighed.judgement().standing())
        .isEqualTo(waits ? Standing.DAMPED : Standing.CHANGES);
    assertThat(weighed.judgement().toLevel())
        .isEqualTo(waits ? WarningLevel.NONE : WarningLevel.ORANGE);
    if (waits) {
      assertThat(weighed.damped())
          .isEqualTo(
              new Damped(
                  ChangeKind.RAISE,
                  WarningLevel.NONE,
                  WarningLevel.ORANGE,
                  needed,
                  agreeing,
                  needed,
                  72,
                  24));
    }
  }

  @Test
  void theFirstRunOfAllWaitsForASecond() {
    Weighed weighed = weigh(TWO_RUNS, WarningLevel.NONE, orange());
    assertThat(Objects.requireNonNull(weighed.damped()).runs()).isEqualTo(1);
    assertThat(weighed.judgement().change()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"24, false", "25, true"})
  void whatBeginsSoonIsRaisedAtOnce(int inHours, boolean waits) {
    Series soon = hours().clean(NOW + inHours).heavy(60).clean(100).series();
    Weighed weighed = weigh(TWO_RUNS, WarningLevel.NONE, soon, clean());
    assertThat(weighed.damped() != null).isEqualTo(waits);
  }

  @Test
  void whatIsThereAlreadyIsRaisedAtOnceWhateverThePolicySays() {
    Policy never =
        APolicy.with("raiseRuns: 1", "raiseRuns: 10", "atOnceHours: 24", "atOnceHours: 0");
    Series begun = hours().clean(20).heavy(80).clean(100).series();
    assertThat(weigh(never, WarningLevel.NONE, begun, clean()).damped()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"24, true", "25, false"})
  void aRunThatIsTooOldIsNotAsked(int hoursAgo, boolean counts) {
    Policy aDay =
        APolicy.with("raiseRuns: 1", "raiseRuns: 2", "withinHours: 72", "withinHours: 24");
    Weighed weighed =
        DAMPING.weigh(
            judged(orange(), WarningLevel.NONE),
            List.of(run(0, "CMA", orange()), run(hoursAgo, "CMA", orange())),
            aDay,
            null);
    assertThat(weighed.damped() == null).isEqualTo(counts);
  }

  @Test
  void theLevelIsRaisedAsFarAsAllRunsCome() {
    Weighed weighed = weigh(TWO_RUNS, WarningLevel.NONE, orange(), yellow());
    assertThat(weighed.judgement().change()).isEqualTo(ChangeKind.RAISE);
    assertThat(weighed.judgement().toLevel()).isEqualTo(WarningLevel.YELLOW);
    assertThat(weighed.judgement().assessment().level()).isEqualTo(WarningLevel.YELLOW);
    assertThat(weighed.judgement().assessment().nearestOfNextLevel())
        .as("nothing is missing for orange but another run")
        .isEmpty();
    assertThat(Objects.requireNonNull(weighed.damped()).to()).isEqualTo(WarningLevel.ORANGE);
    assertThat(weighed.agreements())
        .containsExactly(new Agreement("CMA", WarningLevel.YELLOW, true, 2, 2));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, false", "2, 1, true", "2, 2, false", "3, 2, true", "3, 3, false"})
  void aWarningIsLiftedWhenSoManyRunsAgree(int needed, int agreeing, boolean waits) {
    List<Series> runs = new ArrayList<>();
    IntStream.range(0, agreeing).forEach(_ -> runs.add(clean()));
    IntStream.range(0, 4).forEach(_ -> runs.add(orange()));
    Weighed weighed = weigh(policy(1, needed), WarningLevel.ORANGE, runs.toArray(Series[]::new));
    assertThat(weighed.damped() != null).isEqualTo(waits);
    assertThat(weighed.judgement().toLevel())
        .isEqualTo(waits ? WarningLevel.ORANGE : WarningLevel.NONE);
  }

  @Test
  void betweenTwoLevelsTheHigherIsKept() {
    for (Series latest : List.of(clean(), yellow())) {
      Weighed kept = weigh(TWO_RUNS, WarningLevel.ORANGE, latest, orange(), latest, orange());
      assertThat(kept.judgement().change()).isNull();
      assertThat(kept.judgement().toLevel()).isEqualTo(WarningLevel.ORANGE);
    }
    Weighed lower = weigh(TWO_RUNS, WarningLevel.ORANGE, clean(), yellow());
    assertThat(lower.judgement().change()).isEqualTo(ChangeKind.DOWNGRADE);
    assertThat(lower.judgement().toLevel()).isEqualTo(WarningLevel.YELLOW);
    assertThat(lower.judgement().assessment().from()).as("of the run that keeps it").isNotNull();
    assertThat(Objects.requireNonNull(lower.damped()).kind()).isEqualTo(ChangeKind.LIFT);
  }

  /** It ends before it could say that it stays clean for 36 hours. */
  @Test
  void anEarlierRunThatEndsTooEarlyDoesNotAgreeToLift() {
    Series endsEarly = hours().clean(NOW + 1 + 35).series();
    Series longEnough = hours().clean(NOW + 1 + 36).series();
    assertThat(weigh(TWO_RUNS, WarningLevel.ORANGE, clean(), endsEarly).damped()).isNotNull();
    assertThat(weigh(TWO_RUNS, WarningLevel.ORANGE, clean(), longEnough).damped()).isNull();
  }

  @Test
  void anotherSourceConfirmsAsWellAsAnEarlierRun() {
    List<RunJudged> runs =
        List.of(run(0, "CMA", orange()), run(1, "省站", orange()), run(6, "CMA", clean()));
    Weighed weighed = DAMPING.weigh(judged(orange(), WarningLevel.NONE), runs, TWO_RUNS, null);
    assertThat(weighed.damped()).isNull();
    assertThat(weighed.agreements())
        .containsExactly(
            new Agreement("CMA", WarningLevel.ORANGE, true, 2, 1),
            new Agreement("省站", WarningLevel.ORANGE, true, 1, 1));
    Weighed alone =
        DAMPING.weigh(
            judged(orange(), WarningLevel.NONE),
            List.of(run(0, "CMA", orange()), run(1, "省站", clean()), run(6, "CMA", orange())),
            TWO_RUNS,
            null);
    assertThat(alone.damped()).as("the other source says otherwise").isNotNull();
  }

  @Test
  void whatIsSaidIsWhatWasCounted() {
    TellingAgreement telling = new TellingAgreement();
    Weighed weighed = weigh(TWO_RUNS, WarningLevel.NONE, orange(), clean(), orange(), orange());
    assertThat(telling.confidence(weighed.agreements()).zh()).isEqualTo("把握：CMA最近4次预报中有3次达到橙色预警。");
    assertThat(telling.confidence(weighed.agreements()).en())
        .isEqualTo(
            "Confidence from the runs: orange warning or higher in 3 of the last 4 runs of CMA.");
    assertThat(telling.damped(Objects.requireNonNull(weighed.damped())).zh())
        .isEqualTo("橙色预警暂不提出：最近2次预报中有1次达到，须连续2次一致；过程在24小时内开始的除外。");
    assertThat(telling.damped(Objects.requireNonNull(weighed.damped())).en())
        .isEqualTo(
            "No proposal of orange warning yet: 1 of the latest 2 runs comes to it, and 2 one after"
                + " the other must, unless it begins within 24 hours.");
    Weighed lift = weigh(TWO_RUNS, WarningLevel.ORANGE, clean(), orange());
    assertThat(telling.confidence(lift.agreements()).zh()).isEqualTo("把握：CMA最近2次预报中有1次无须预警。");
    assertThat(telling.damped(Objects.requireNonNull(lift.damped())).en())
        .isEqualTo(
            "No proposal to lower orange warning to no warning yet: 1 of the latest 2 runs asks for"
                + " it, and 2 one after the other must; of two levels the higher is kept.");
    assertThat(telling.confidence(weigh(NATIONAL_2024, WarningLevel.NONE, orange()).agreements()))
        .isEqualTo(
            new lantian.events.Text(
                "把握：CMA只有1次预报，达到橙色预警。",
                "Confidence from the runs: orange warning or higher in the only run of CMA."));
  }

  /** Whatever the runs: a policy that asks for fewer of them is raised no later, and no lower. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void fewerRunsNeverGiveALowerLevel(long seed) {
    Random chance = new Random(seed);
    List<Series> runs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      runs.add(
          Series.hourly(
              Seasons.drawn(
                  chance.nextInt(4) + 20 * seed, SeriesOf.START, 200 + chance.nextInt(40))));
    }
    for (WarningLevel inForce : WarningLevel.values()) {
      WarningLevel before = WarningLevel.RED;
      for (int needed = 1; needed <= 6; needed++) {
        Weighed weighed = weigh(policy(needed, 1), inForce, runs.toArray(Series[]::new));
        LiveJudgement latest = judged(runs.getFirst(), inForce);
        WarningLevel to = weighed.judgement().toLevel();
        if (latest.toLevel().isAbove(inForce)) {
          assertThat(to).isLessThanOrEqualTo(before).isBetween(inForce, latest.toLevel());
          assertThat(weighed.damped() == null).isEqualTo(to == latest.toLevel());
        } else {
          assertThat(to).isEqualTo(latest.toLevel());
        }
        before = latest.toLevel().isAbove(inForce) ? to : before;
      }
    }
  }

  private static Weighed weigh(Policy policy, WarningLevel inForce, Series... newestFirst) {
    List<RunJudged> runs = new ArrayList<>();
    for (Series series : newestFirst) {
      runs.add(
          new RunJudged(
              new UUID(0, runs.size()),
              "CMA",
              hour(NOW).minus(Duration.ofHours(6L * runs.size())),
              judged(series, inForce)));
    }
    return DAMPING.weigh(runs.getFirst().judgement(), runs, policy, null);
  }

  private static RunJudged run(int hoursAgo, String source, Series series) {
    return new RunJudged(
        new UUID(1, hoursAgo),
        source,
        hour(NOW).minus(Duration.ofHours(hoursAgo)),
        judged(series, WarningLevel.NONE));
  }

  private static LiveJudgement judged(Series series, WarningLevel inForce) {
    return JUDGING.judgeLive(series, NATIONAL_2024, hour(NOW), inForce, null);
  }

  private static Policy policy(int raise, int lower) {
    return APolicy.with(
        "raiseRuns: 1, lowerRuns: 1", "raiseRuns: " + raise + ", lowerRuns: " + lower);
  }

  /** Begins in 41 hours. */
  private static Series orange() {
    return hours().clean(88).heavy(60).clean(60).series();
  }

  private static Series yellow() {
    return hours().clean(88).heavy(30).clean(90).series();
  }

  private static Series clean() {
    return hours().clean(208).series();
  }
}
