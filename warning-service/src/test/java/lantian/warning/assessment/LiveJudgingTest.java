package lantian.warning.assessment;

import static lantian.events.WarningLevel.NONE;
import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static lantian.events.WarningLevel.YELLOW;
import static lantian.warning.Rules.JUDGING;
import static lantian.warning.Rules.NATIONAL_2024;
import static lantian.warning.SeriesOf.hour;
import static lantian.warning.SeriesOf.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;
import lantian.warning.SeriesOf;
import lantian.warning.policy.Policy;
import lantian.warning.policy.file.APolicy;
import lantian.warning.series.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A series judged at a moment, against the level in force. */
class LiveJudgingTest {
  private static final Instant NOW = hour(100);

  @ParameterizedTest
  @CsvSource({"47, YELLOW", "48, YELLOW", "49, NONE"})
  void aRunCountsWhenItBeginsWithin48Hours(int ahead, String level) {
    Assessment assessment = judge(hours().clean(100 + ahead).heavy(30).clean(60));
    assertThat(assessment.level()).hasToString(level);
  }

  @ParameterizedTest
  @CsvSource({"99, NONE", "100, YELLOW", "101, YELLOW"})
  void aRunThatIsOverDoesNotCount(int lastHour, String level) {
    Assessment assessment = judge(hours().clean(lastHour - 29).heavy(30).clean(80));
    assertThat(assessment.level()).hasToString(level);
  }

  @Test
  void measuredHoursCountInTheLengthOfALiveRun() {
    Assessment assessment = judge(hours().clean(60).heavy(48).clean(72));
    assertThat(assessment.level()).isEqualTo(ORANGE);
    assertThat(assessment.from()).isEqualTo(hour(60));
  }

  @Test
  void aSevereStretchThatIsPastKeepsARunRedWhileItLasts() {
    SeriesOf series = hours().clean(24).severe(40).heavy(60).clean(80);
    assertThat(judge(series).level()).isEqualTo(RED);
  }

  @Test
  void aLevelIsRaisedOrUpgradedAtOnce() {
    Series series = hours().clean(90).heavy(30).series();
    assertThat(live(series, NONE))
        .extracting(LiveJudgement::standing, LiveJudgement::change, LiveJudgement::toLevel)
        .containsExactly(Standing.CHANGES, ChangeKind.RAISE, YELLOW);
    Series longer = hours().clean(90).heavy(50).series();
    assertThat(live(longer, YELLOW))
        .extracting(LiveJudgement::standing, LiveJudgement::change, LiveJudgement::toLevel)
        .containsExactly(Standing.CHANGES, ChangeKind.UPGRADE, ORANGE);
  }

  @Test
  void theSameLevelStands() {
    Series series = hours().clean(90).heavy(30).clean(60).series();
    assertThat(live(series, YELLOW))
        .extracting(LiveJudgement::standing, LiveJudgement::change, LiveJudgement::toLevel)
        .containsExactly(Standing.SAME_LEVEL, null, YELLOW);
    assertThat(live(hours().clean(300).series(), NONE).change()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"35, SERIES_TOO_SHORT", "36, CHANGES", "37, CHANGES"})
  void aLevelIsLiftedWhenTheSeriesReaches36HoursOn(int remaining, String standing) {
    LiveJudgement judgement = live(hours().clean(101 + remaining).series(), ORANGE);
    assertThat(judgement.standing()).hasToString(standing);
    assertThat(judgement.change())
        .isEqualTo(judgement.standing() == Standing.CHANGES ? ChangeKind.LIFT : null);
    assertThat(judgement.toLevel())
        .isEqualTo(judgement.standing() == Standing.CHANGES ? NONE : ORANGE);
  }

  @Test
  void aLevelIsLoweredToTheOneJudged() {
    LiveJudgement judgement = live(hours().clean(80).heavy(40).clean(60).series(), RED);
    assertThat(judgement.change()).isEqualTo(ChangeKind.DOWNGRADE);
    assertThat(judgement.toLevel()).isEqualTo(YELLOW);
  }

  @ParameterizedTest
  @CsvSource({"47, SAME_LEVEL", "48, SAME_LEVEL", "49, CHANGES"})
  void theHigherOfTwoLevelsIsKeptWhileItComesAgainWithinTheHorizon(int ahead, String standing) {
    // An orange run is over, the next one begins after a while.
    Series series = hours().clean(30).heavy(50).clean(20 + ahead).heavy(50).clean(60).series();
    assertThat(live(series, ORANGE).standing()).hasToString(standing);
  }

  @Test
  void aForecastThatGoesUpAndDownBetweenOrangeAndYellowStaysOrange() {
    // Each stretch alone is a yellow one; less than 36 hours apart they are one run.
    Series series = hours().clean(90).heavy(30).clean(12).heavy(30).clean(60).series();
    assertThat(live(series, ORANGE).standing()).isEqualTo(Standing.SAME_LEVEL);
    assertThat(live(series, YELLOW).change()).isEqualTo(ChangeKind.UPGRADE);
  }

  @ParameterizedTest
  @CsvSource({"35, RISES_AGAIN", "36, RISES_AGAIN", "37, CHANGES"})
  void whereThePolicyLooksLessFarThanItLiftsTheHigherLevelIsKeptForTheseHours(
      int ahead, String standing) {
    Series series = hours().clean(100 + ahead).heavy(50).clean(60).series();
    Policy shortSighted = APolicy.with("horizonHours: 48", "horizonHours: 24");
    LiveJudgement judgement = JUDGING.judgeLive(series, shortSighted, NOW, ORANGE, null);
    assertThat(judgement.standing()).hasToString(standing);
    assertThat(judgement.toLevel())
        .as("the run over 150, from a little earlier on, is a yellow one")
        .isEqualTo(judgement.standing() == Standing.CHANGES ? YELLOW : ORANGE);
  }

  @Test
  void whatRisesAgainToALowerLevelIsLoweredToThatOne() {
    Series series = hours().clean(130).heavy(30).clean(60).series();
    Policy shortSighted = APolicy.with("horizonHours: 48", "horizonHours: 24");
    LiveJudgement judgement = JUDGING.judgeLive(series, shortSighted, NOW, ORANGE, null);
    assertThat(judgement.change()).isEqualTo(ChangeKind.DOWNGRADE);
    assertThat(judgement.toLevel()).isEqualTo(YELLOW);
    assertThat(new Explaining().reason(live(hours().clean(120).series(), RED)).zh())
        .contains("维持红色预警");
  }

  @Test
  void reasonsAreGivenInBothLanguages() {
    Explaining explaining = new Explaining();
    var raised = explaining.reason(live(hours().clean(90).heavy(30).series(), NONE));
    assertThat(raised.zh())
        .startsWith(
            "由无预警调整为黄色预警：滚动日AQI高于200的过程持续30小时（2026年11月4日18时至2026年11月5日23时，"
                + "峰值202），达到24小时。距橙色预警：高于200的过程还差18小时。"
                + "成因为颗粒物：过程中有首要污染物的7小时里，PM2.5为首要污染物的有7小时。"
                + "各级条件：黄色预警：满足。高于200的过程30小时，达到24小时。");
    assertThat(raised.en()).startsWith("From no warning to yellow warning: The rolling daily AQI");
    assertThat(explaining.reason(live(hours().clean(120).series(), RED)).en())
        .contains("red warning stands", "ends too early");
  }

  @Test
  void conditionsSayWhatIsMissing() {
    Explaining explaining = new Explaining();
    Assessment short_ = JUDGING.judge(hours().heavy(30).series(), NATIONAL_2024, null);
    assertThat(explaining.condition(short_.conditions().get(2)).zh())
        .contains("高于200", "持续30小时", "未达到48小时，差18小时");
    assertThat(explaining.condition(short_.conditions().get(4)).en())
        .contains("42 hours short of 72", "over 300 for at most 0 hours, 24 short of 24");
    Assessment clean =
        JUDGING.judge(
            hours().of(lantian.events.Pollutant.PM2_5, 115, 30).series(), NATIONAL_2024, null);
    assertThat(explaining.condition(clean.conditions().getFirst()).zh())
        .isEqualTo("没有高于200的滚动日AQI；最高150，差51。");
    Assessment past = judge(hours().heavy(30).clean(170));
    assertThat(explaining.condition(past.conditions().getFirst()).zh()).contains("都已结束");
    Assessment nothing = JUDGING.judge(hours().clean(3).series(), NATIONAL_2024, null);
    assertThat(explaining.condition(nothing.conditions().getFirst()).zh()).contains("不足24小时");
  }

  private static LiveJudgement live(Series series, WarningLevel inForce) {
    return JUDGING.judgeLive(series, NATIONAL_2024, NOW, inForce, null);
  }

  private static Assessment judge(SeriesOf series) {
    return JUDGING.judge(series.series(), NATIONAL_2024, null, NOW);
  }
}
