package lantian.warning.linkage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lantian.events.Text;

/**
 * Places that answer together when enough of them, side by side, are polluted.
 *
 * @param atLeast so many places side by side
 * @param prefectures of so many prefectures at least
 * @param places codes
 * @param neighbours pairs of places that lie side by side
 */
public record Region(
    String code,
    Text name,
    int atLeast,
    int prefectures,
    List<String> places,
    List<List<String>> neighbours) {

  public Region {
    places = List.copyOf(places);
    neighbours = neighbours.stream().map(List::copyOf).toList();
    if (atLeast < 2 || prefectures < 1 || places.size() < atLeast) {
      throw new IllegalArgumentException(code + ": so many places can never lie side by side");
    }
    if (Set.copyOf(places).size() < places.size()) {
      throw new IllegalArgumentException(code + " names a place twice");
    }
    for (List<String> pair : neighbours) {
      if (pair.size() != 2 || pair.getFirst().equals(pair.getLast()) || !places.containsAll(pair)) {
        throw new IllegalArgumentException(code + ": no neighbours: " + pair);
      }
    }
  }

  /** Some of its places, taken apart into those that hang together; the largest part first. */
  public List<Set<String>> parts(Set<String> some) {
    Map<String, Set<String>> beside = new HashMap<>();
    for (List<String> pair : neighbours) {
      beside.computeIfAbsent(pair.getFirst(), _ -> new HashSet<>()).add(pair.getLast());
      beside.computeIfAbsent(pair.getLast(), _ -> new HashSet<>()).add(pair.getFirst());
    }
    Set<String> left = new TreeSet<>(some);
    left.retainAll(places);
    List<Set<String>> parts = new ArrayList<>();
    while (!left.isEmpty()) {
      Set<String> part = new TreeSet<>();
      Deque<String> next = new ArrayDeque<>(List.of(left.iterator().next()));
      while (!next.isEmpty()) {
        String place = next.pop();
        if (left.remove(place)) {
          part.add(place);
          next.addAll(beside.getOrDefault(place, Set.of()));
        }
      }
      parts.add(part);
    }
    parts.sort((one, other) -> Integer.compare(other.size(), one.size()));
    return parts;
  }
}
