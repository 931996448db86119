package lantian.local.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantian.local.chaos.Difference.Kind;
import lantian.local.chaos.Ledger.Change;
import lantian.local.chaos.Ledger.Message;
import lantian.local.chaos.Receiver.Taken;

/**
 * The receiver has what is noted as sent, nothing twice but marked, nothing older after newer.
 *
 * @param changes in the order of their publication
 * @param unreachable units that may stay untold
 */
record ReceiverAgrees(
    List<Change> changes, List<Message> messages, List<Taken> taken, Set<String> unreachable) {

  void hold(Findings findings) {
    Map<UUID, List<Taken>> byMessage = new LinkedHashMap<>();
    taken.forEach(
        one -> byMessage.computeIfAbsent(one.delivery(), _ -> new ArrayList<>()).add(one));
    findings.lost(
        "noted as sent, never received",
        messages.stream().filter(Message::isSent).map(Message::id).toList(),
        byMessage.keySet());
    findings.lost(
        "given up",
        messages.stream()
            .filter(Message::isFailed)
            .filter(message -> !unreachable.contains(message.unit()))
            .map(Message::id)
            .toList(),
        byMessage.keySet());
    findings.phantom(
        "received, never written", byMessage.keySet(), messages.stream().map(Message::id).toList());
    findings.add(
        Kind.DUPLICATED,
        "received twice, not marked",
        byMessage.entrySet().stream()
            .filter(entry -> isTooOften(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList());
    findings.add(Kind.OUT_OF_ORDER, "older after newer", olderAfterNewer());
  }

  /** A second time must be marked, and there is no third. */
  private static boolean isTooOften(List<Taken> same) {
    return same.stream().skip(1).anyMatch(one -> !one.repeat())
        || same.stream().filter(Taken::repeat).count() > 1;
  }

  private List<Taken> olderAfterNewer() {
    var newest = new HashMap<String, Long>();
    var older = new ArrayList<Taken>();
    for (var one : taken) {
      var unit = one.warning() + "/" + one.unit();
      if (newest.getOrDefault(unit, 0L) > one.revision()) {
        older.add(one);
      }
      newest.merge(unit, one.revision(), Math::max);
    }
    return older;
  }

  /**
   * How often a unit was told of an earlier warning of its place after it had been told of a later
   * one. Warnings go their own ways, so that this may happen when both wait.
   */
  long acrossWarnings() {
    var order = new HashMap<String, Integer>();
    changes.forEach(change -> order.put(change.warning() + "/" + change.revision(), order.size()));
    var newest = new HashMap<String, Integer>();
    long count = 0;
    for (var one : taken) {
      var unit = one.jurisdiction() + "/" + one.unit();
      int place = order.getOrDefault(one.warning() + "/" + one.revision(), 0);
      if (newest.getOrDefault(unit, 0) > place) {
        count++;
      }
      newest.merge(unit, place, Math::max);
    }
    return count;
  }
}
