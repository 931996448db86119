package lantian.warning.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lantian.events.ChinaTime;
import lantian.warning.assessment.AqiAt;
import lantian.warning.assessment.Assessment;
import lantian.warning.assessment.Judging;
import lantian.warning.assessment.RollingAqi;
import lantian.warning.policy.Policy;
import lantian.warning.series.Series;

/** What was measured in a place, with its rolling AQI computed once for each standard. */
public final class Measured {
  private final Judging judging;
  private final Series hours;
  private final Map<String, RollingAqi> rolling = new HashMap<>();
  private final Map<String, Set<LocalDate>> days = new HashMap<>();
  private final Map<String, Assessment> whole = new HashMap<>();

  public Measured(Judging judging, Series hours) {
    this.judging = judging;
    this.hours = hours;
  }

  Series hours() {
    return hours;
  }

  Instant last() {
    return hours.last();
  }

  /** Judged as if nothing had been measured before and after. */
  Assessment judged(Instant from, Instant to, Policy policy) {
    RollingAqi all = rolling(policy);
    int first = Math.max(0, number(from));
    int after = Math.min(all.size(), number(to) + 1);
    return judging.judge(all.between(first, after), policy, null);
  }

  /** All of it. */
  Assessment judged(Policy policy) {
    return whole.computeIfAbsent(
        policy.reference(), _ -> judging.judge(rolling(policy), policy, null));
  }

  /** Whether enough of the day was measured for an AQI. */
  boolean hasDay(LocalDate date, Policy policy) {
    return days.computeIfAbsent(policy.aqiStandard(), _ -> daysOf(rolling(policy))).contains(date);
  }

  private RollingAqi rolling(Policy policy) {
    return rolling.computeIfAbsent(policy.aqiStandard(), _ -> judging.rolling(hours, policy));
  }

  private static Set<LocalDate> daysOf(RollingAqi rolling) {
    Set<LocalDate> dates = new HashSet<>();
    for (AqiAt day : rolling.days()) {
      if (day.aqi() != null) {
        dates.add(ChinaTime.dateOf(day.at()));
      }
    }
    return dates;
  }

  private int number(Instant at) {
    return Math.toIntExact(Duration.between(hours.first(), at).toHours());
  }
}
