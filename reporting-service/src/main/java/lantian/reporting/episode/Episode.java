package lantian.reporting.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lantian.events.ChinaTime;
import lantian.events.Text;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * A lifted warning with everything known around it: its revisions, the proposals behind them, the
 * forecasts and measured hours from some days before to some days after, its duties and deliveries.
 */
public record Episode(
    List<LevelStep> levels,
    List<ProposalStep> proposals,
    List<ForecastRun> forecasts,
    List<MeasuredHour> hours,
    List<DutyRecord> duties,
    List<DeliveryRecord> deliveries,
    Counted counted) {

  /**
   * What there is too much of to look at each: then the episode has the duties, or the messages, of
   * some units only.
   *
   * @param work null where the episode has every duty
   * @param messages null where the episode has every message
   * @param names of units whose duties the episode may not have
   */
  public record Counted(
      @Nullable WorkTotals work, @Nullable MessageTotals messages, Map<String, Text> names) {
    public static final Counted NOTHING = new Counted(null, null, Map.of());

    public Counted {
      names = Map.copyOf(names);
    }
  }

  /** With every duty and every message. */
  public Episode(
      List<LevelStep> levels,
      List<ProposalStep> proposals,
      List<ForecastRun> forecasts,
      List<MeasuredHour> hours,
      List<DutyRecord> duties,
      List<DeliveryRecord> deliveries) {
    this(levels, proposals, forecasts, hours, duties, deliveries, Counted.NOTHING);
  }

  /** How far around the response the measured hours are looked at. */
  public static final Duration MARGIN = Duration.ofDays(3);

  public Episode {
    levels = levels.stream().sorted(Comparator.comparingLong(LevelStep::revision)).toList();
    proposals = proposals.stream().sorted(Comparator.comparing(ProposalStep::at)).toList();
    forecasts = forecasts.stream().sorted(Comparator.comparing(ForecastRun::issuedAt)).toList();
    hours = hours.stream().sorted(Comparator.comparing(MeasuredHour::at)).toList();
    duties = List.copyOf(duties);
    deliveries = List.copyOf(deliveries);
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("an episode has at least the lift of its warning");
    }
  }

  public LevelStep first() {
    return levels.getFirst();
  }

  public LevelStep lift() {
    return levels.getLast();
  }

  /**
   * When the response began: the validity of the first revision (应急响应启动). A warning that was lifted
   * before that had a response of no length.
   */
  public Instant responseFrom() {
    return first().validFrom().isAfter(liftedAt()) ? liftedAt() : first().validFrom();
  }

  public Instant liftedAt() {
    return lift().publishedAt();
  }

  public WarningLevel highest() {
    return levels.stream()
        .flatMap(s -> Stream.of(s.from(), s.to()))
        .max(Comparator.naturalOrder())
        .orElse(WarningLevel.NONE);
  }

  /** Hours from {@code from} (inclusive) to {@code to} (exclusive). */
  public List<MeasuredHour> hoursBetween(Instant from, Instant to) {
    return hours.stream().filter(h -> !h.at().isBefore(from) && h.at().isBefore(to)).toList();
  }

  /** Whole days from some before the response began to some after the lift. */
  public List<MeasuredHour> hoursAround() {
    return hoursBetween(
        startOfDay(responseFrom().minus(MARGIN)),
        startOfDay(liftedAt().plus(MARGIN).plus(Duration.ofDays(1))));
  }

  private static Instant startOfDay(Instant at) {
    return ChinaTime.dateOf(at).atStartOfDay(ChinaTime.ZONE).toInstant();
  }

  public List<MeasuredHour> hoursDuring() {
    return hoursBetween(responseFrom(), liftedAt());
  }

  /**
   * The levels one after another with the time each held: by publication for the warning (预警), by
   * validity for the response (应急响应). An extension ends no such time.
   */
  public List<Span> spans(boolean ofResponse) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i + 1 < levels.size(); i++) {
      LevelStep step = levels.get(i);
      LevelStep next = levels.get(i + 1);
      Instant from = ofResponse ? step.validFrom() : step.publishedAt();
      Instant to = ofResponse && !next.isLift() ? next.validFrom() : next.publishedAt();
      if (step.to() != WarningLevel.NONE && from.isBefore(to)) {
        Span span = new Span(step.to(), from, to, List.of(step, next));
        if (spans.isEmpty() || !spans.getLast().goesOnIn(span)) {
          spans.add(span);
        } else {
          spans.set(spans.size() - 1, spans.getLast().joining(span));
        }
      }
    }
    return spans;
  }

  /** The revisions that are missing between the first and the last, so that nobody trusts a gap. */
  public List<Long> missingRevisions() {
    List<Long> known = levels.stream().map(LevelStep::revision).toList();
    List<Long> missing = new ArrayList<>();
    for (long revision = 1; revision < lift().revision(); revision++) {
      if (!known.contains(revision)) {
        missing.add(revision);
      }
    }
    return missing;
  }

  /** A level and the time it held, with the revisions that began and ended it. */
  public record Span(WarningLevel level, Instant from, Instant to, List<LevelStep> steps) {
    public Duration length() {
      return Duration.between(from, to);
    }

    private boolean goesOnIn(Span next) {
      return level == next.level && to.equals(next.from);
    }

    private Span joining(Span next) {
      return new Span(
          level,
          from,
          next.to,
          Stream.concat(steps.stream(), next.steps.stream()).distinct().toList());
    }
  }
}
