package lantian.warning.assessment;

import static lantian.warning.Rules.JUDGING;
import static lantian.warning.Rules.NATIONAL_2018;
import static lantian.warning.Rules.NATIONAL_2024;
import static lantian.warning.Rules.STANDARDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import lantian.events.Pollutant;
import lantian.events.WarningLevel;
import lantian.warning.Seasons;
import lantian.warning.aqi.Sample;
import lantian.warning.policy.Condition;
import lantian.warning.policy.Policy;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Series;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of the rules whatever the air, drawn from seeds: a failure names the seed, and the
 * same seed fails again.
 */
class RulesPropertiesTest {
  private static final int HOURS = 300;
  private static final Instant WINTER_2025 = instant("2025-01-02T00:00+08:00");

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aHigherConcentrationNeverGivesALowerLevel(long seed) {
    Random chance = new Random(seed);
    List<HourlyPoint> points = drawn(seed);
    List<HourlyPoint> more =
        chance.nextBoolean()
            ? Seasons.times(points, BigDecimal.valueOf(100 + chance.nextInt(200), 2))
            : someHigher(points, chance);
    Policy policy = policy(seed);
    Instant now = now(points, chance);
    assertThat(level(more, policy, null)).isGreaterThanOrEqualTo(level(points, policy, null));
    assertThat(level(more, policy, now)).isGreaterThanOrEqualTo(level(points, policy, now));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameAirSomeHoursLaterIsTheSameAnswerSomeHoursLater(long seed) {
    Random chance = new Random(seed);
    int hours = chance.nextInt(5_000) - 2_500;
    List<HourlyPoint> points = drawn(seed);
    Policy policy = policy(seed);
    Instant now = now(points, chance);
    Duration shift = Duration.ofHours(hours);
    Assessment before = judge(points, policy, now);
    Assessment after = judge(Seasons.later(points, hours), policy, now.plus(shift));
    assertThat(after.level()).isEqualTo(before.level());
    assertThat(after.cause()).isEqualTo(before.cause());
    assertThat(after.response()).isEqualTo(before.response());
    assertThat(after.from()).isEqualTo(shifted(before.from(), shift));
    assertThat(after.to()).isEqualTo(shifted(before.to(), shift));
    for (int i = 0; i < before.conditions().size(); i++) {
      assertThat(after.conditions().get(i).runs())
          .extracting(Run::hours, Run::peakAqi, Run::firstOver)
          .isEqualTo(
              before.conditions().get(i).runs().stream()
                  .map(
                      run ->
                          org.assertj.core.groups.Tuple.tuple(
                              run.hours(), run.peakAqi(), run.firstOver()))
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPolicyThatIsEasierToMeetNeverGivesALowerLevel(long seed) {
    Random chance = new Random(seed);
    List<HourlyPoint> points = drawn(seed);
    Policy policy = policy(seed);
    Policy easier = easier(policy, chance);
    Instant now = now(points, chance);
    assertThat(level(points, easier, null)).isGreaterThanOrEqualTo(level(points, policy, null));
    assertThat(level(points, easier, now)).isGreaterThanOrEqualTo(level(points, policy, now));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPartOfASeriesHasTheIndicesThatItWouldHaveAlone(long seed) {
    Random chance = new Random(seed);
    List<HourlyPoint> points = drawn(seed);
    int from = chance.nextInt(HOURS - 1);
    int to = from + 1 + chance.nextInt(HOURS - from);
    RollingAqi part = RollingAqi.of(Series.hourly(points), STANDARDS::on).between(from, to);
    RollingAqi alone = RollingAqi.of(Series.hourly(points.subList(from, to)), STANDARDS::on);
    assertThat(part.hours()).isEqualTo(alone.hours());
    assertThat(part.days()).isEqualTo(alone.days());
    assertThat(part.peak()).isEqualTo(alone.peak());
    assertThat(part.last()).isEqualTo(alone.last());
  }

  /** The draws are worth something only where they come to every level. */
  @Test
  void theSeedsComeToEveryLevel() {
    Set<WarningLevel> levels = new HashSet<>();
    seeds().forEach(seed -> levels.add(level(drawn(seed), NATIONAL_2024, null)));
    assertThat(levels).isEqualTo(EnumSet.allOf(WarningLevel.class));
  }

  private static List<HourlyPoint> drawn(long seed) {
    return Seasons.drawn(seed, WINTER_2025.plus(Duration.ofHours(seed)), HOURS);
  }

  private static Policy policy(long seed) {
    return seed % 2 == 0 ? NATIONAL_2018 : NATIONAL_2024;
  }

  private static Instant now(List<HourlyPoint> points, Random chance) {
    return points.get(chance.nextInt(points.size())).at();
  }

  private static WarningLevel level(
      List<HourlyPoint> points, Policy policy, @Nullable Instant now) {
    return now == null
        ? JUDGING.judge(Series.hourly(points), policy, null).level()
        : judge(points, policy, now).level();
  }

  private static Assessment judge(List<HourlyPoint> points, Policy policy, Instant now) {
    return JUDGING.judge(Series.hourly(points), policy, null, now);
  }

  /** Single values of single hours, and what was missing stays so. */
  private static List<HourlyPoint> someHigher(List<HourlyPoint> points, Random chance) {
    return points.stream()
        .map(
            point -> {
              EnumMap<Pollutant, BigDecimal> values = new EnumMap<>(Pollutant.class);
              point
                  .sample()
                  .values()
                  .forEach(
                      (pollutant, value) ->
                          values.put(
                              pollutant,
                              chance.nextInt(4) == 0
                                  ? value.add(BigDecimal.valueOf(chance.nextInt(3_000), 1))
                                  : value));
              return new HourlyPoint(point.at(), new Sample(values));
            })
        .toList();
  }

  private static Policy easier(Policy policy, Random chance) {
    List<Condition> conditions =
        policy.conditions().stream().map(condition -> easier(condition, chance)).toList();
    return new Policy(
        policy.id(),
        policy.version(),
        policy.title(),
        policy.source(),
        policy.effectiveFrom(),
        policy.jurisdictions(),
        conditions,
        policy.temporaryControl(),
        policy.responses(),
        policy.gapHours() + chance.nextInt(20),
        policy.horizonHours(),
        policy.liftHours(),
        policy.leadHours(),
        policy.historyHours(),
        policy.dailyValue(),
        policy.aqiStandard(),
        policy.calendar(),
        policy.dailyReportTime(),
        policy.approvalDeadlineHours(),
        policy.raising(),
        policy.lowering(),
        policy.lifecycle(),
        policy.damping());
  }

  private static Condition easier(Condition condition, Random chance) {
    int threshold = condition.threshold() - chance.nextInt(40);
    int hours = Math.max(24, condition.hours() - chance.nextInt(24));
    Condition.Containing inner = condition.containing();
    return new Condition(
        condition.level(),
        threshold,
        condition.inclusive(),
        hours,
        inner == null
            ? null
            : new Condition.Containing(
                Math.max(threshold + 1, inner.threshold() - chance.nextInt(60)),
                Math.min(hours, Math.max(24, inner.hours() - chance.nextInt(24)))));
  }

  private static @Nullable Instant shifted(@Nullable Instant at, Duration shift) {
    return at == null ? null : at.plus(shift);
  }

  private static Instant instant(String at) {
    return OffsetDateTime.parse(at).toInstant();
  }
}
