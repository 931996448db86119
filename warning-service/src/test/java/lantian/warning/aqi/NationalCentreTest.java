package lantian.warning.aqi;

import static lantian.warning.Rules.HJ633_2012;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lantian.events.Pollutant;
import lantian.warning.RealData;
import org.junit.jupiter.api.Test;

/** What the national centre published for one hour of 2018, recomputed. */
class NationalCentreTest {
  private static final List<Map<String, String>> STATIONS =
      RealData.rows("cnemc-realtime-2018-02-20T07.csv");

  @Test
  void allStationsAgreeButThoseWhereTheCentreLeftOzoneOut() {
    List<String> differing = new ArrayList<>();
    for (Map<String, String> station : STATIONS) {
      Integer aqi = HJ633_2012.judge(RealData.sample(station), AqiKind.REALTIME).aqi();
      if (!String.valueOf(aqi).equals(station.get("official_aqi"))) {
        differing.add(station.get("station"));
      }
    }
    assertThat(STATIONS).hasSize(476);
    assertThat(differing).containsExactly("1759A", "1900A", "2260A");
  }

  @Test
  void withoutOzoneAllOfThemAgree() {
    for (Map<String, String> station : STATIONS) {
      EnumMap<Pollutant, BigDecimal> values = new EnumMap<>(Pollutant.class);
      values.putAll(RealData.sample(station).values());
      values.remove(Pollutant.O3);
      Integer aqi = HJ633_2012.judge(new Sample(values), AqiKind.REALTIME).aqi();
      assertThat(String.valueOf(aqi))
          .as(station.get("station"))
          .isEqualTo(station.get("official_aqi"));
    }
  }

  /** The 8-hour mean is in the real-time report, but no index comes from it. */
  @Test
  void theEightHourOzoneDoesNotCountInTheRealTimeIndex() {
    long moved = 0;
    for (Map<String, String> station : STATIONS) {
      Sample sample = RealData.sample(station);
      AqiResult alone = HJ633_2012.judge(sample, AqiKind.REALTIME);
      String cell = station.getOrDefault("o3_8h", "");
      if (!cell.isEmpty()) {
        Map<Indicator, BigDecimal> others = Map.of(Indicator.O3_8H, new BigDecimal(cell));
        assertThat(HJ633_2012.judge(sample, AqiKind.REALTIME, others)).isEqualTo(alone);
        int eightHour =
            HJ633_2012.subIndex(
                Indicator.O3_8H, Concentration.rounded(Pollutant.O3, new BigDecimal(cell)));
        moved += alone.aqi() != null && eightHour > alone.aqi() ? 1 : 0;
      }
    }
    assertThat(moved).as("stations that would differ if it counted").isPositive();
  }

  @Test
  void thePrimaryPollutantIsTheCentresWhereOneIsNamed() {
    Map<String, Pollutant> names =
        Map.of(
            "细颗粒物(PM2.5)", Pollutant.PM2_5,
            "颗粒物(PM10)", Pollutant.PM10,
            "一氧化碳", Pollutant.CO);
    int compared = 0;
    for (Map<String, String> station : STATIONS) {
      AqiResult result = HJ633_2012.judge(RealData.sample(station), AqiKind.REALTIME);
      Pollutant official = names.get(station.get("official_primary"));
      if (official != null && String.valueOf(result.aqi()).equals(station.get("official_aqi"))) {
        assertThat(result.primaryPollutants()).as(station.get("station")).contains(official);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(400);
  }
}
