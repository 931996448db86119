package lantian.reporting.report.section;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantian.events.ChinaTime;
import lantian.events.DayAqi;
import lantian.reporting.episode.AirDay;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.ForecastRun;
import org.jspecify.annotations.Nullable;

/** One day: what was measured, and what the last run of one, two, three days before had said. */
record Comparison(
    AirDay day,
    @Nullable Integer observed,
    List<@Nullable Integer> forecast,
    List<ForecastRun> runs) {
  private static final int LONGEST_LEAD_DAYS = 3;

  static List<Comparison> of(Episode episode) {
    Map<LocalDate, ForecastRun> lastRunOf = new HashMap<>();
    for (ForecastRun run : episode.forecasts()) {
      lastRunOf.put(ChinaTime.dateOf(run.issuedAt()), run);
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (AirDay day : AirDay.of(episode.hoursAround())) {
      List<@Nullable Integer> forecast = new ArrayList<>();
      List<ForecastRun> used = new ArrayList<>();
      for (int lead = 1; lead <= LONGEST_LEAD_DAYS; lead++) {
        ForecastRun run = lastRunOf.get(day.date().minusDays(lead));
        Integer aqi = run == null ? null : aqiOf(run, day.date());
        forecast.add(aqi);
        if (run != null && aqi != null) {
          used.add(run);
        }
      }
      if (!used.isEmpty()) {
        comparisons.add(new Comparison(day, day.dailyAqi(), forecast, used));
      }
    }
    return comparisons;
  }

  private static @Nullable Integer aqiOf(ForecastRun run, LocalDate date) {
    for (DayAqi day : run.days()) {
      if (day.date().equals(date)) {
        return day.aqi();
      }
    }
    return null;
  }

  /** The mean absolute difference between forecast and measured daily AQI. */
  record Errors(int count, double sum) {
    static Errors of(List<Comparison> comparisons, int lead) {
      int count = 0;
      double sum = 0;
      for (Comparison compared : comparisons) {
        Integer forecast = compared.forecast().get(lead);
        Integer observed = compared.observed();
        if (forecast != null && observed != null) {
          count++;
          sum += Math.abs(forecast - observed);
        }
      }
      return new Errors(count, sum);
    }

    @Nullable Double mean() {
      return count == 0 ? null : Math.round(10 * sum / count) / 10.0;
    }

    String text() {
      return String.valueOf(mean());
    }
  }
}
