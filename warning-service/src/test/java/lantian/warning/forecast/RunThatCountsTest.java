package lantian.warning.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lantian.events.Mode;
import lantian.events.Pollutant;
import lantian.warning.aqi.Sample;
import lantian.warning.jurisdiction.ExpectedRuns;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Points;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A station of its own issues at four, the province gives guidance at eight. */
class RunThatCountsTest {
  private static final String OWN = "昌吉州环境监测站";
  private static final String GUIDANCE = "自治区指导预报";

  private final List<ForecastRun> stored = new ArrayList<>();
  private final RunThatCounts counting = new RunThatCounts(new Stored());

  @Test
  void withoutARankingTheRunThatWasIssuedLastCounts() {
    issued(OWN, "05T16:00", 168);
    issued(GUIDANCE, "06T08:00", 168);
    assertThat(counts(place(), "06T09:00")).isEqualTo(GUIDANCE + " 06T08:00");
  }

  @Test
  void theFirstSourceCountsThoughAnotherCameLater() {
    issued(OWN, "05T16:00", 168);
    issued(GUIDANCE, "06T08:00", 168);
    assertThat(counts(ranking(OWN, GUIDANCE), "06T09:00")).isEqualTo(OWN + " 05T16:00");
    assertThat(counts(ranking(GUIDANCE, OWN), "06T09:00")).isEqualTo(GUIDANCE + " 06T08:00");
  }

  @Test
  void whenTheFirstIsStaleTheSecondTakesItsPlaceUntilTheFirstComesAgain() {
    issued(OWN, "05T16:00", 168);
    issued(GUIDANCE, "07T08:00", 168);
    var place = ranking(OWN, GUIDANCE);
    assertThat(counts(place, "07T17:59")).isEqualTo(OWN + " 05T16:00");
    assertThat(counts(place, "07T18:00")).isEqualTo(GUIDANCE + " 07T08:00");
    issued(OWN, "07T18:30", 168);
    assertThat(counts(place, "07T19:00")).isEqualTo(OWN + " 07T18:30");
  }

  @Test
  void aRunThatIsOverIsStale() {
    issued(OWN, "05T16:00", 12);
    issued(GUIDANCE, "05T08:00", 168);
    assertThat(counts(ranking(OWN, GUIDANCE), "06T04:00")).isEqualTo(OWN + " 05T16:00");
    assertThat(counts(ranking(OWN, GUIDANCE), "06T05:00")).isEqualTo(GUIDANCE + " 05T08:00");
  }

  @Test
  void whenAllAreStaleTheLastGoodRunStays() {
    issued(GUIDANCE, "01T08:00", 168);
    issued(OWN, "01T16:00", 168);
    assertThat(counts(ranking(GUIDANCE, OWN), "08T09:00")).isEqualTo(OWN + " 01T16:00");
  }

  @Test
  void whoIsNotRankedCountsWhenNoneOfTheRankedDoes() {
    issued("模式公司", "05T16:00", 168);
    assertThat(counts(ranking(OWN, GUIDANCE), "05T17:00")).isEqualTo("模式公司 05T16:00");
  }

  @Test
  void whatCountedBeforeIsWhatHadArrivedByThen() {
    issued(OWN, "05T16:00", 168);
    issued(OWN, "06T16:00", 168);
    assertThat(counting.asOf(ranking(OWN, GUIDANCE), Mode.LIVE, at("06T15:00")))
        .get()
        .extracting(ForecastRun::issuedAt)
        .isEqualTo(at("05T16:00"));
  }

  @Test
  void whoeverIsNotNamedCannotRankBeforeSomebody() {
    var anyone = new ExpectedRuns(null, List.of(LocalTime.of(16, 0)), 120);
    assertThatThrownBy(() -> place(anyone, expected(OWN, 16))).hasMessageContaining("ranks last");
  }

  private String counts(Jurisdiction place, String now) {
    var run = counting.now(place, Mode.LIVE, at(now)).orElseThrow();
    return run.source()
        + " "
        + run.issuedAt().atOffset(java.time.ZoneOffset.ofHours(8)).toString().substring(8, 16);
  }

  private void issued(String source, String time, int hours) {
    var first = at(time).truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    stored.add(
        new ForecastRun(
            Mode.LIVE,
            "652300",
            source,
            at(time),
            null,
            null,
            new Points.Hourly(
                IntStream.range(0, hours)
                    .mapToObj(
                        h ->
                            new HourlyPoint(
                                first.plus(Duration.ofHours(h)),
                                new Sample(Map.of(Pollutant.PM2_5, BigDecimal.TEN))))
                    .toList())));
  }

  private static Jurisdiction ranking(String first, String second) {
    return place(expected(first, first.equals(OWN) ? 16 : 8), expected(second, 16));
  }

  private static ExpectedRuns expected(String source, int hour) {
    return new ExpectedRuns(source, List.of(LocalTime.of(hour, 0)), 120);
  }

  private static Jurisdiction place(ExpectedRuns... expected) {
    return new Jurisdiction(
        "652300",
        "昌吉州",
        "Changji",
        "652300",
        "昌吉州",
        "Changji",
        List.of("national-2024"),
        List.of(expected),
        null,
        true,
        true);
  }

  private static Instant at(String dayAndTime) {
    return OffsetDateTime.parse("2025-12-" + dayAndTime + ":00+08:00").toInstant();
  }

  /** Each run arrives when it is issued. */
  private final class Stored implements Forecasts {
    @Override
    public String fingerprintOf(java.util.UUID id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ForecastRun get(java.util.UUID id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public java.util.Optional<ForecastRun> latest(
        String jurisdiction, Mode mode, @Nullable String source) {
      return latestReceivedBy(jurisdiction, mode, source, Instant.MAX);
    }

    @Override
    public java.util.Optional<ForecastRun> latestReceivedBy(
        String jurisdiction, Mode mode, @Nullable String source, Instant then) {
      return stored.stream()
          .filter(run -> source == null || run.source().equals(source))
          .filter(run -> !run.issuedAt().isAfter(then))
          .max(Comparator.comparing(ForecastRun::issuedAt));
    }

    @Override
    public List<ForecastRun> latestReceivedBy(
        String jurisdiction, Mode mode, Instant then, int most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<ForecastRun> issuedBetween(
        String jurisdiction, Mode mode, @Nullable String source, Instant from, Instant to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Instant> lastArrivals(java.util.Collection<String> places, Mode mode) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<PlaceAndSource, Instant> lastIssued(List<PlaceAndSource> asked, Mode mode) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean save(ForecastRun run, String receivedBy, Instant receivedAt) {
      throw new UnsupportedOperationException();
    }
  }
}
