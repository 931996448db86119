package lantian.warning.aqi;

import static lantian.warning.Rules.HJ633_2012;
import static lantian.warning.Rules.HJ633_2026;
import static lantian.warning.Rules.STANDARDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lantian.events.Pollutant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The index by both editions of HJ 633. */
class AqiStandardTest {

  @ParameterizedTest
  @CsvSource({
    "35, 50, 50",
    "45, 70, 63",
    "60, 100, 82",
    "61, 101, 83",
    "75, 114, 100",
    "76, 115, 102",
    "115, 150, 150",
    "116, 152, 152",
    "150, 200, 200",
    "151, 201, 201",
    "250, 300, 300",
    "251, 301, 301",
    "499, 500, 500",
    "500, 500, 500",
    "501, 500, 500",
    "9999, 500, 500"
  })
  void fineParticulatesFollowTheTable(String value, int by2026, int by2012) {
    assertThat(daily(HJ633_2026, Pollutant.PM2_5, value)).isEqualTo(by2026);
    assertThat(daily(HJ633_2012, Pollutant.PM2_5, value)).isEqualTo(by2012);
  }

  @ParameterizedTest
  @CsvSource({
    "50, 50, 50",
    "51, 51, 51",
    "100, 86, 75",
    "120, 100, 85",
    "121, 101, 86",
    "150, 112, 100",
    "250, 150, 150",
    "350, 200, 200",
    "351, 202, 202",
    "420, 300, 300"
  })
  void coarseParticulatesFollowTheTable(String value, int by2026, int by2012) {
    assertThat(daily(HJ633_2026, Pollutant.PM10, value)).isEqualTo(by2026);
    assertThat(daily(HJ633_2012, Pollutant.PM10, value)).isEqualTo(by2012);
  }

  @ParameterizedTest
  @CsvSource({"60.11, 100", "60.5, 100", "60.50000000001, 101", "61.5, 102", "60.49, 100"})
  void concentrationsAreRoundedHalfToEvenFirst(String value, int by2026) {
    assertThat(daily(HJ633_2026, Pollutant.PM2_5, value)).isEqualTo(by2026);
  }

  @ParameterizedTest
  @CsvSource({"2.0, 50", "2.04, 50", "2.05, 50", "2.06, 53", "2.15, 55", "4, 100", "60, 500"})
  void carbonMonoxideIsRoundedToOneDecimal(String value, int expected) {
    assertThat(daily(HJ633_2026, Pollutant.CO, value)).isEqualTo(expected);
  }

  @Test
  void everySubIndexIsTheExactFractionRoundedUp() {
    int[] indices = {0, 50, 100, 150, 200, 300, 400, 500};
    int[] no2 = {0, 40, 80, 180, 280, 565, 750, 940};
    for (int c = 0; c <= 940; c++) {
      int k = 1;
      while (c > no2[k]) {
        k++;
      }
      BigDecimal exact =
          BigDecimal.valueOf((long) (indices[k] - indices[k - 1]) * (c - no2[k - 1]))
              .divide(BigDecimal.valueOf(no2[k] - no2[k - 1]), 0, java.math.RoundingMode.CEILING);
      assertThat(daily(HJ633_2026, Pollutant.NO2, Integer.toString(c)))
          .isEqualTo(indices[k - 1] + exact.intValueExact());
    }
  }

  /** A public library takes the one-hour breakpoints here. */
  @Test
  void sulphurDioxideHasItsOwnDailyBreakpoints() {
    assertThat(daily(HJ633_2026, Pollutant.SO2, "150")).isEqualTo(100);
    assertThat(daily(HJ633_2026, Pollutant.SO2, "475")).isEqualTo(150);
  }

  @Test
  void by2026WhatIsAboveItsTableCountsAsTheNotesSay() {
    assertThat(realtime(HJ633_2026, Pollutant.SO2, "801")).isEqualTo(200);
    assertThat(daily(HJ633_2026, Pollutant.O3, "801")).isEqualTo(300);
    assertThat(realtime(HJ633_2026, Pollutant.O3, "1201")).isEqualTo(500);
    assertThat(daily(HJ633_2026, Pollutant.SO2, "2621")).isEqualTo(500);
  }

  @Test
  void by2012TheDailySulphurDioxideStandsInForTheHourly() {
    Sample sample = sample(Pollutant.SO2, "801");
    assertThat(HJ633_2012.judge(sample, AqiKind.REALTIME).aqi()).isNull();
    assertThat(
            HJ633_2012
                .judge(sample, AqiKind.REALTIME, Map.of(Indicator.SO2_24H, new BigDecimal(475)))
                .iaqi())
        .containsExactly(Map.entry(Pollutant.SO2, 150));
  }

  @Test
  void by2012TheHourlyOzoneStandsInForTheEightHourMean() {
    Sample sample = sample(Pollutant.O3, "801");
    assertThat(HJ633_2012.judge(sample, AqiKind.DAILY).aqi()).isNull();
    assertThat(
            HJ633_2012
                .judge(sample, AqiKind.DAILY, Map.of(Indicator.O3_1H, new BigDecimal(1000)))
                .aqi())
        .isEqualTo(400);
  }

  @Test
  void whatStandsInDoesNotCountWhereItIsNotNeeded() {
    AqiResult result =
        HJ633_2012.judge(
            sample(Pollutant.SO2, "100"),
            AqiKind.REALTIME,
            Map.of(Indicator.SO2_24H, new BigDecimal(2000)));
    assertThat(result.aqi()).isEqualTo(34);
  }

  @Test
  void primaryPollutantsAreThoseWithTheLargestSubIndexTiesIncluded() {
    AqiResult tie =
        HJ633_2026.judge(
            new Sample(
                Map.of(
                    Pollutant.PM2_5, new BigDecimal(150),
                    Pollutant.PM10, new BigDecimal(350),
                    Pollutant.O3, new BigDecimal(10))),
            AqiKind.DAILY);
    assertThat(tie.aqi()).isEqualTo(200);
    assertThat(tie.primaryPollutants()).containsExactly(Pollutant.PM2_5, Pollutant.PM10);
    assertThat(tie.category()).isEqualTo(AqiCategory.MODERATE_POLLUTION);
  }

  @Test
  void noPrimaryPollutantIsNamedUpToFifty() {
    assertThat(HJ633_2026.judge(sample(Pollutant.PM2_5, "35"), AqiKind.DAILY).primaryPollutants())
        .isEmpty();
    assertThat(HJ633_2026.judge(sample(Pollutant.PM2_5, "36"), AqiKind.DAILY).primaryPollutants())
        .containsExactly(Pollutant.PM2_5);
  }

  @Test
  void withoutAnyValueThereIsNoIndex() {
    AqiResult result = HJ633_2026.judge(Sample.missing(), AqiKind.DAILY);
    assertThat(result.aqi()).isNull();
    assertThat(result.category()).isNull();
    assertThat(result.iaqi()).isEmpty();
    assertThat(result.publishable()).isFalse();
  }

  @Test
  void by2026AnIncompleteIndexIsPublishedOnlyAboveOneHundred() {
    assertThat(HJ633_2026.judge(sample(Pollutant.PM2_5, "60"), AqiKind.DAILY).publishable())
        .isFalse();
    assertThat(HJ633_2026.judge(sample(Pollutant.PM2_5, "61"), AqiKind.DAILY).publishable())
        .isTrue();
    assertThat(HJ633_2012.judge(sample(Pollutant.PM2_5, "60"), AqiKind.DAILY).publishable())
        .isTrue();
  }

  @Test
  void theIndexBeginsAtOneBy2026AndAtZeroBy2012() {
    assertThat(HJ633_2026.judge(sample(Pollutant.PM2_5, "0"), AqiKind.DAILY).aqi()).isEqualTo(1);
    assertThat(HJ633_2012.judge(sample(Pollutant.PM2_5, "0"), AqiKind.DAILY).aqi()).isZero();
  }

  @Test
  void theDateChoosesTheEdition() {
    assertThat(STANDARDS.on(LocalDate.of(2026, 2, 28))).isEqualTo(HJ633_2012);
    assertThat(STANDARDS.on(LocalDate.of(2026, 3, 1))).isEqualTo(HJ633_2026);
    assertThat(STANDARDS.on(LocalDate.of(2013, 1, 12))).isEqualTo(HJ633_2012);
  }

  @Test
  void aTableThatDoesNotRiseIsRefused() {
    assertThatThrownBy(() -> new Breakpoints(List.of(0, 50, 100), List.of(0, 60, 35), 500))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static @Nullable Integer daily(AqiStandard standard, Pollutant pollutant, String value) {
    return standard.judge(sample(pollutant, value), AqiKind.DAILY).iaqi().get(pollutant);
  }

  private static @Nullable Integer realtime(
      AqiStandard standard, Pollutant pollutant, String value) {
    return standard.judge(sample(pollutant, value), AqiKind.REALTIME).iaqi().get(pollutant);
  }

  private static Sample sample(Pollutant pollutant, String value) {
    return new Sample(Map.of(pollutant, new BigDecimal(value)));
  }
}
