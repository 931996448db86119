package lantian.warning.assessment;

import static lantian.warning.Rules.JUDGING;
import static lantian.warning.Rules.NATIONAL_2018;
import static lantian.warning.Rules.NATIONAL_2024;
import static lantian.warning.SeriesOf.hour;
import static lantian.warning.SeriesOf.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lantian.events.Cause;
import lantian.events.Pollutant;
import lantian.events.WarningLevel;
import lantian.warning.SeriesOf;
import lantian.warning.policy.Policy;
import lantian.warning.policy.file.APolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an assessment says of itself. */
class ExplainingTest {
  private static final Explaining EXPLAINING = new Explaining();

  @ParameterizedTest
  @CsvSource({
    "36, 12, 距橙色预警：高于200的过程还差12小时。",
    "47, 1, 距橙色预警：高于200的过程还差1小时。",
    "24, 24, 距橙色预警：高于200的过程还差24小时。"
  })
  void theHoursThatTheNextLevelLacksAreSaid(int length, int missing, String text) {
    var next = Objects.requireNonNull(explain(hours().clean(24).heavy(length).clean(24)).next());
    assertThat(next.level()).isEqualTo(WarningLevel.ORANGE);
    assertThat(next.missing()).isEqualTo(new Distance(missing, 0, 0));
    assertThat(next.text()).isEqualTo(text);
  }

  @Test
  void whatIsSaidToBeMissingIsWhatIsMissing() {
    SeriesOf yellow = hours().clean(24).heavy(36);
    int missing = Objects.requireNonNull(explain(yellow).next()).missing().hours();
    assertThat(judge(hours().clean(24).heavy(36 + missing - 1)).level())
        .isEqualTo(WarningLevel.YELLOW);
    assertThat(judge(hours().clean(24).heavy(36 + missing)).level()).isEqualTo(WarningLevel.ORANGE);
  }

  @Test
  void thePeakThatMissesTheThresholdIsSaid() {
    var next = Objects.requireNonNull(explain(hours().of(Pollutant.PM2_5, 115, 30)).next());
    assertThat(next.level()).isEqualTo(WarningLevel.YELLOW);
    assertThat(next.condition()).as("over 150 is nearer than over 200").isEqualTo(1);
    assertThat(next.missing()).isEqualTo(new Distance(48, 0, 1));
    assertThat(next.text()).isEqualTo("距黄色预警：最高滚动日AQI还差1才高于150，并须持续48小时。");
  }

  @Test
  void whatTheRunMustContainIsSaidToo() {
    Explanation explanation = explain(hours().clean(24).heavy(60).severe(20).clean(24));
    var next = Objects.requireNonNull(explanation.next());
    assertThat(next.missing()).isEqualTo(new Distance(0, 24, 0));
    assertThat(next.text()).isEqualTo("距红色预警：其中高于300的过程还差24小时。");
    assertThat(english(hours().clean(24).heavy(60)).next())
        .extracting(Explanation.Next::text)
        .isEqualTo(
            "For red warning it lacks 12 more hours over 200 and 24 more hours over 300 in it.");
  }

  @Test
  void nothingIsAboveRedAndNothingIsNearWhereNothingIsJudged() {
    assertThat(explain(hours().clean(24).severe(96)).next()).isNull();
    Explanation nothing = explain(hours().clean(3));
    assertThat(nothing.next()).isNull();
    assertThat(nothing.summary()).isEqualTo("各级启动条件都不满足。");
  }

  @Test
  void episodesThatCountAsOneAreSaidToBeOne() {
    Assessment assessment = judge(hours().clean(24).heavy(24).clean(11).heavy(24).clean(24));
    Run run = Objects.requireNonNull(assessment.giving());
    assertThat(run.parts())
        .containsExactly(new Run.Part(hour(47), hour(47)), new Run.Part(hour(82), hour(82)));
    assertThat(run.hoursOver()).isEqualTo(2);
    assertThat(run.longestBreak()).isEqualTo(34);
    assertThat(EXPLAINING.explanation(assessment, Locale.CHINESE).merged())
        .isEqualTo(new Explanation.Merged(2, 34, 36, "该过程由2段组成，间断最长34小时，间隔未超过36小时，按一次过程计。"));
    assertThat(explain(hours().clean(24).heavy(40)).merged()).isNull();
  }

  /** Two episodes over 200 and one over 150: what is told is what from and to are of. */
  @Test
  void theRunThatGaveTheLevelIsTheOneThatIsTold() {
    Assessment assessment =
        judge(
            hours()
                .clean(24)
                .of(Pollutant.PM2_5, 160, 30)
                .of(Pollutant.PM2_5, 40, 8)
                .of(Pollutant.PM2_5, 170, 28)
                .clean(30));
    Run giving = Objects.requireNonNull(assessment.giving());
    assertThat(giving.hours()).isEqualTo(79);
    assertThat(EXPLAINING.explanation(assessment, Locale.CHINESE).summary())
        .startsWith("滚动日AQI高于150的过程持续79小时");
  }

  @Test
  void theCauseAndWhyAreSaid() {
    var cause = Objects.requireNonNull(explain(hours().clean(24).heavy(30)).cause());
    assertThat(cause.cause()).isEqualTo(Cause.PARTICULATE);
    assertThat(cause.pollutants()).containsExactly(Pollutant.PM2_5);
    assertThat(cause.hours()).isEqualTo(7).isEqualTo(cause.of());
    assertThat(cause.text()).isEqualTo("成因为颗粒物：过程中有首要污染物的7小时里，PM2.5为首要污染物的有7小时。");
    Assessment marked =
        JUDGING.judge(hours().of(Pollutant.PM10, 400, 30).series(), NATIONAL_2024, Cause.DUST);
    var dust = Objects.requireNonNull(EXPLAINING.explanation(marked, Locale.ENGLISH).cause());
    assertThat(dust.marked()).isTrue();
    assertThat(dust.text()).isEqualTo("The cause is dust, as marked by the forecasters.");
  }

  @Test
  void eachLevelSaysWhatIsMetAndWhatIsMissed() {
    List<Explanation.Level> levels = explain(hours().clean(24).heavy(40).clean(24)).levels();
    assertThat(levels).extracting(Explanation.Level::met).containsExactly(true, false, false);
    assertThat(levels.getFirst().text()).startsWith("黄色预警：满足。滚动日AQI高于200").contains("达到24小时");
    assertThat(levels.get(1).text())
        .startsWith("橙色预警：不满足。")
        .contains("未达到48小时，差8小时", "高于150", "未达到72小时");
    assertThat(levels.get(2).text()).contains("未达到72小时", "高于300的过程最长0小时");
    assertThat(english(hours().clean(24).heavy(40)).levels().getFirst().text())
        .startsWith("yellow warning: met. The rolling daily AQI");
  }

  @Test
  void theReasonTellsOfEachLevelWhatIsMetAndWhatIsMissed() {
    assertThat(explain(hours().clean(24).heavy(40).clean(24)).summary())
        .endsWith(
            "各级条件：黄色预警：满足。高于200的过程40小时，达到24小时。高于150的过程50小时，达到48小时。"
                + "橙色预警：不满足。高于200的过程40小时，未达到48小时，差8小时。高于150的过程50小时，未达到72小时，差22小时。"
                + "红色预警：不满足。高于200的过程40小时，未达到72小时，差32小时；其中高于300的过程最长0小时，未达到24小时，差24小时。");
    assertThat(english(hours().clean(24).heavy(40).clean(24)).summary())
        .contains("Level by level: yellow warning: met. 40 hours over 200, at least 24 hours");
  }

  @Test
  void theReasonOfAProposalSaysTheSame() {
    SeriesOf series = hours().clean(90).heavy(30);
    LiveJudgement raised =
        JUDGING.judgeLive(series.series(), NATIONAL_2024, hour(100), WarningLevel.NONE, null);
    String reason = EXPLAINING.reason(raised).zh();
    Explanation explanation = EXPLAINING.explanation(raised.assessment(), Locale.CHINESE);
    assertThat(reason).isEqualTo("由无预警调整为黄色预警：" + explanation.summary());
    assertThat(explanation.summary())
        .contains(Objects.requireNonNull(explanation.next()).text())
        .contains(Objects.requireNonNull(explanation.cause()).text());
  }

  @Test
  void temporaryControlIsSaidWhereThePolicyHasIt() {
    Policy policy =
        APolicy.with("\ngapHours", "\ntemporaryControl: [{over: 100, hours: 48}]\ngapHours");
    Assessment called = JUDGING.judge(hours().of(Pollutant.PM2_5, 90, 50).series(), policy, null);
    assertThat(called.level()).isEqualTo(WarningLevel.NONE);
    assertThat(called.callsForTemporaryControl()).isTrue();
    var control = EXPLAINING.explanation(called, Locale.CHINESE).temporaryControl();
    assertThat(Objects.requireNonNull(control).text())
        .startsWith("未达预警等级，宜采取临时管控：滚动日AQI高于100的过程持续50小时");
    Assessment warned = JUDGING.judge(hours().heavy(60).series(), policy, null);
    assertThat(warned.callsForTemporaryControl()).isFalse();
    assertThat(EXPLAINING.explanation(warned, Locale.ENGLISH).temporaryControl())
        .isEqualTo(new Explanation.Control(false, "No temporary control is called for."));
    assertThat(explain(hours().clean(30)).temporaryControl()).isNull();
  }

  @Test
  void anIndexOf500ThatIsNotReachedIsNotNearerThanHours() {
    Assessment orange = JUDGING.judge(hours().clean(24).heavy(90).series(), NATIONAL_2018, null);
    var next = Objects.requireNonNull(EXPLAINING.explanation(orange, Locale.CHINESE).next());
    assertThat(next.condition()).isEqualTo(2);
    assertThat(next.missing()).isEqualTo(new Distance(6, 48, 0));
  }

  private static Explanation explain(SeriesOf series) {
    return EXPLAINING.explanation(judge(series), Locale.CHINESE);
  }

  private static Explanation english(SeriesOf series) {
    return EXPLAINING.explanation(judge(series), Locale.ENGLISH);
  }

  private static Assessment judge(SeriesOf series) {
    return JUDGING.judge(series.series(), NATIONAL_2024, null);
  }
}
