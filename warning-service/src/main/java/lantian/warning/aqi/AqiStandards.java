package lantian.warning.aqi;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The editions of HJ 633; the date of the hour judged decides which of them holds. */
public final class AqiStandards {
  /** What a policy says that follows the date. */
  public static final String BY_DATE = "by-date";

  private final List<AqiStandard> byDate;

  public AqiStandards(List<AqiStandard> standards) {
    if (standards.isEmpty()) {
      throw new IllegalArgumentException("no AQI standard");
    }
    byDate = standards.stream().sorted(Comparator.comparing(AqiStandard::effectiveFrom)).toList();
  }

  /** The edition that holds on a date; the first one for all dates before it. */
  public AqiStandard on(LocalDate date) {
    AqiStandard found = byDate.getFirst();
    for (AqiStandard standard : byDate) {
      if (!standard.effectiveFrom().isAfter(date)) {
        found = standard;
      }
    }
    return found;
  }

  public Optional<AqiStandard> find(String id) {
    return byDate.stream().filter(standard -> standard.id().equals(id)).findFirst();
  }

  public List<String> ids() {
    return byDate.stream().map(AqiStandard::id).toList();
  }
}
