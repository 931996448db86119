package lantian.reporting.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantian.events.EventType;

/**
 * The sets of events that a report's figures come from. Each set is kept once and named by a short
 * reference, so that every figure can name all its events and the report stays readable.
 */
public final class Sources {
  private final Map<Key, EvaluationReport.Source> known = new LinkedHashMap<>();
  private final Lists lists;

  public Sources(Lists lists) {
    this.lists = lists;
  }

  private record Key(EventType type, Set<UUID> events) {}

  /** The reference of the set; an empty set has none. */
  public List<String> of(EventType type, Collection<UUID> events) {
    Set<UUID> distinct = new LinkedHashSet<>(events);
    if (distinct.isEmpty()) {
      return List.of();
    }
    EvaluationReport.Source source =
        known.computeIfAbsent(
            new Key(type, distinct),
            key ->
                new EvaluationReport.Source(
                    "s" + (known.size() + 1),
                    type.wireName(),
                    distinct.size(),
                    List.copyOf(distinct),
                    null));
    return List.of(source.ref());
  }

  /** The reference of all events of the type, which are too many to be named. */
  public List<String> counted(EventType type, int count) {
    if (count == 0) {
      return List.of();
    }
    EvaluationReport.Source source =
        known.computeIfAbsent(
            new Key(type, Set.of()),
            _ ->
                new EvaluationReport.Source(
                    "s" + (known.size() + 1),
                    type.wireName(),
                    count,
                    List.of(),
                    lists.events(type)));
    return List.of(source.ref());
  }

  /** Where the lists are that a table leaves something out of. */
  public Lists lists() {
    return lists;
  }

  /** The references of several sets together. */
  @SafeVarargs
  public static List<String> and(List<String>... references) {
    Set<String> all = new LinkedHashSet<>();
    for (List<String> some : references) {
      all.addAll(some);
    }
    return List.copyOf(all);
  }

  public List<EvaluationReport.Source> all() {
    return new ArrayList<>(known.values());
  }
}
