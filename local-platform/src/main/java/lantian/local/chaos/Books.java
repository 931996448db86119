package lantian.local.chaos;

import static lantian.local.chaos.Difference.Kind.DUPLICATED;
import static lantian.local.chaos.Difference.Kind.LEFT_OVER;
import static lantian.local.chaos.Difference.Kind.LOST;
import static lantian.local.chaos.Difference.Kind.OUT_OF_ORDER;
import static lantian.local.chaos.Difference.Kind.PHANTOM;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import lantian.local.chaos.Difference.Kind;
import lantian.local.chaos.Ledger.Change;
import lantian.local.chaos.Ledger.Message;
import lantian.local.chaos.Receiver.Taken;
import lantian.local.process.DatabaseProcess;

/**
 * Holds against one another what people were told at the REST interfaces, what stands in each
 * service's schema, and what the receiver took. To be asked when everything has come to rest.
 */
public final class Books {

  private static final List<String> SCHEMAS =
      List.of("warning", "tasking", "notification", "reporting");

  private final DatabaseProcess database;
  private final Receiver receiver;
  private final History history;
  private final Map<String, PlanOfPlace> plans;
  private final Map<String, Long> parked = new ConcurrentHashMap<>();
  private final Set<UUID> leftOut = ConcurrentHashMap.newKeySet();
  private final Set<String> unreachable = ConcurrentHashMap.newKeySet();

  Books(
      DatabaseProcess database, Receiver receiver, History history, Collection<PlanOfPlace> plans) {
    this.database = database;
    this.receiver = receiver;
    this.history = history;
    this.plans = plans.stream().collect(Collectors.toMap(PlanOfPlace::jurisdiction, plan -> plan));
  }

  /** So many records are meant to stay parked in this schema. */
  public void expectParked(String schema, long records) {
    parked.put(schema, records);
  }

  /** Messages to this unit may end as failed. */
  public void expectUnreachable(String unit) {
    unreachable.add(unit);
  }

  /** What became of this warning is not compared: it was never published. */
  public void leaveOut(UUID warning) {
    leftOut.add(warning);
  }

  /** The units of a place that have something to do at this level. */
  public Set<String> unitsAt(String jurisdiction, String level) {
    var plan = plans.get(jurisdiction);
    return plan == null ? Set.of() : new TreeSet<>(plan.unitsAt(level, "COLOURED"));
  }

  /** Reads all of them and compares. */
  public Balance balance() {
    try (var connection = database.connect()) {
      var ledger = new Ledger(connection);
      var changes = ledger.changes();
      var messages =
          ledger.messages().stream()
              .filter(message -> !leftOut.contains(message.warning()))
              .toList();
      var taken =
          receiver.taken().stream().filter(one -> !leftOut.contains(one.warning())).toList();
      var differences = new ArrayList<Difference>();
      atRest(ledger, differences);
      accepted(ledger, changes, differences);
      tasked(ledger, changes, differences);
      told(ledger, changes, messages, differences);
      received(messages, taken, differences);
      answered(ledger, messages, differences);
      reported(ledger, changes, messages, differences);
      return new Balance(
          changes.size(),
          ledger.count("select count(*) from tasking.duty"),
          messages.size(),
          taken.size(),
          taken.stream().filter(Taken::repeat).count(),
          messages.stream().filter(message -> message.state().equals("PERM_FAIL")).count(),
          List.copyOf(differences));
    } catch (SQLException e) {
      throw new IllegalStateException("The books cannot be opened", e);
    }
  }

  /** How many messages still wait for something. */
  long waitingMessages() {
    try (var connection = database.connect()) {
      return new Ledger(connection)
          .count(
              """
              select count(*) from notification.delivery
              where state not in ('ACCEPTED', 'ACKED', 'PERM_FAIL', 'SUPERSEDED')
              """);
    } catch (SQLException e) {
      throw new IllegalStateException("The books cannot be opened", e);
    }
  }

  private void atRest(Ledger ledger, List<Difference> differences) {
    for (var schema : SCHEMAS) {
      long unsent =
          ledger.count("select count(*) from " + schema + ".outbox where sent_at is null");
      if (unsent > 0) {
        differences.add(new Difference(LEFT_OVER, unsent + " events in the outbox of " + schema));
      }
      var kept =
          ledger.texts(
              "select reason || ' ' || topic || ' ' || detail from "
                  + schema
                  + ".parked_record where state = 'PARKED'");
      if (kept.size() != parked.getOrDefault(schema, 0L)) {
        differences.add(Difference.of(LEFT_OVER, "parked by " + schema, kept));
      }
    }
    add(
        differences,
        LEFT_OVER,
        "fan-outs",
        ledger.texts(
            "select id || ' ' || state from tasking.fan_out where state in ('OPEN', 'FAILED')"));
    if (receiver.forged() > 0) {
      differences.add(
          new Difference(PHANTOM, receiver.forged() + " messages without a right signature"));
    }
  }

  /** What a person was told is published or stored, is; what is, somebody asked for. */
  private void accepted(Ledger ledger, List<Change> changes, List<Difference> differences) {
    var stored = changes.stream().map(Change::proposal).collect(Collectors.toSet());
    var told =
        history.published().stream().map(History.Published::proposal).collect(Collectors.toSet());
    add(differences, LOST, "published, not stored", minus(told, stored));
    add(differences, PHANTOM, "published, approved by nobody", minus(stored, history.attempted()));
    add(
        differences,
        LOST,
        "forecasts taken, not stored",
        minus(history.forecasts(), ledger.ids("select id from warning.forecast")));
  }

  /** Every change took effect, and every unit has just what the plan asks for. */
  private void tasked(Ledger ledger, List<Change> changes, List<Difference> differences) {
    add(
        differences,
        LOST,
        "published, never read by tasking",
        minus(
            changes.stream().map(Change::event).toList(),
            ledger.ids("select event_id from tasking.inbox")));
    var asked = new HashMap<UUID, Set<String>>();
    ledger
        .list(
            "select distinct warning_id, unit, code from tasking.duty where ended_at is null",
            row ->
                Map.entry(row.getObject(1, UUID.class), row.getString(2) + "/" + row.getString(3)))
        .forEach(
            duty ->
                asked.computeIfAbsent(duty.getKey(), _ -> new TreeSet<>()).add(duty.getValue()));
    for (var latest : latest(changes)) {
      var plan = plans.get(latest.jurisdiction());
      if (plan == null) {
        continue;
      }
      var expected = plan.askedAt(latest.to(), latest.response());
      var found = asked.getOrDefault(latest.warning(), Set.of());
      var where = " at " + latest.to() + " of warning " + latest.warning();
      add(differences, LOST, "duties not asked for" + where, minus(expected, found));
      add(differences, PHANTOM, "duties asked for" + where, minus(found, expected));
    }
    add(
        differences,
        DUPLICATED,
        "duties asked for twice at a time",
        ledger.texts(
            """
            select warning_id || ' ' || code || ' ' || coalesce(on_date::text, '') from tasking.duty
            where ended_at is null group by warning_id, unit, code, on_date having count(*) > 1
            """));
  }

  /**
   * Every unit that has, or had, something to do was sent word of every change, but of those that a
   * newer one overtook before the unit's turn.
   */
  private void told(
      Ledger ledger, List<Change> changes, List<Message> messages, List<Difference> differences) {
    var overtaken =
        Set.copyOf(
            ledger.texts(
                "select warning_id || '/' || revision from tasking.fan_out where state = 'SUPERSEDED'"));
    var found = new HashMap<String, Integer>();
    for (var message : messages) {
      found.merge(key(message.warning(), message.revision(), message.unit()), 1, Integer::sum);
    }
    var possible = new HashSet<String>();
    var expected = new HashSet<String>();
    for (var change : changes) {
      var plan = plans.get(change.jurisdiction());
      if (plan != null) {
        var units = new TreeSet<>(plan.unitsAt(change.to(), change.response()));
        if (!change.from().equals("NONE")) {
          units.addAll(plan.unitsAt(change.from(), change.response()));
        }
        var keys =
            units.stream().map(unit -> key(change.warning(), change.revision(), unit)).toList();
        possible.addAll(keys);
        if (!overtaken.contains(change.warning() + "/" + change.revision())) {
          expected.addAll(keys);
        }
      }
    }
    add(differences, LOST, "units without a message", minus(expected, found.keySet()));
    add(differences, PHANTOM, "messages about nothing", minus(found.keySet(), possible));
    add(
        differences,
        DUPLICATED,
        "messages written twice",
        found.entrySet().stream()
            .filter(entry -> entry.getValue() > 1)
            .map(Map.Entry::getKey)
            .toList());
    add(
        differences,
        LEFT_OVER,
        "messages that wait",
        messages.stream()
            .filter(
                message ->
                    !Set.of("ACCEPTED", "ACKED", "PERM_FAIL", "SUPERSEDED")
                        .contains(message.state()))
            .toList());
  }

  /**
   * The receiver has what is noted as sent, nothing twice but marked, nothing older after newer.
   */
  private void received(List<Message> messages, List<Taken> taken, List<Difference> differences) {
    Map<UUID, List<Taken>> byMessage = new LinkedHashMap<>();
    taken.forEach(
        one -> byMessage.computeIfAbsent(one.delivery(), _ -> new ArrayList<>()).add(one));
    add(
        differences,
        LOST,
        "noted as sent, never received",
        messages.stream()
            .filter(Message::isSent)
            .filter(message -> !byMessage.containsKey(message.id()))
            .toList());
    add(
        differences,
        LOST,
        "given up",
        messages.stream()
            .filter(message -> message.state().equals("PERM_FAIL"))
            .filter(message -> !unreachable.contains(message.unit()))
            .filter(message -> !byMessage.containsKey(message.id()))
            .toList());
    add(
        differences,
        PHANTOM,
        "received, never written",
        minus(byMessage.keySet(), messages.stream().map(Message::id).toList()));
    add(
        differences,
        DUPLICATED,
        "received twice, not marked",
        byMessage.entrySet().stream()
            .filter(
                entry ->
                    entry.getValue().stream().skip(1).anyMatch(one -> !one.repeat())
                        || entry.getValue().stream().filter(Taken::repeat).count() > 1)
            .map(Map.Entry::getKey)
            .toList());
    var newest = new HashMap<String, Long>();
    var older = new ArrayList<Taken>();
    for (var one : taken) {
      var unit = one.warning() + "/" + one.unit();
      if (newest.getOrDefault(unit, 0L) > one.revision()) {
        older.add(one);
      }
      newest.merge(unit, one.revision(), Math::max);
    }
    add(differences, OUT_OF_ORDER, "older after newer", older);
  }

  private void answered(Ledger ledger, List<Message> messages, List<Difference> differences) {
    var acknowledged =
        messages.stream()
            .filter(message -> message.state().equals("ACKED"))
            .map(Message::id)
            .collect(Collectors.toSet());
    add(differences, LOST, "acknowledgements", minus(history.acknowledged(), acknowledged));
    add(
        differences,
        LOST,
        "acceptances",
        minus(
            history.accepted(),
            ledger.texts(
                "select distinct warning_id || '/' || unit from tasking.duty where accepted_at is not null")));
  }

  /** The projections hold what the others published. */
  private static void reported(
      Ledger ledger, List<Change> changes, List<Message> messages, List<Difference> differences) {
    add(
        differences,
        LOST,
        "changes, not reported",
        minus(
            changes.stream().map(Change::event).toList(),
            ledger.ids("select event_id from reporting.level_step")));
    add(
        differences,
        LOST,
        "duties, not reported",
        minus(
            ledger.ids("select id from tasking.duty"),
            ledger.ids("select duty_id from reporting.duty where statement is not null")));
    add(
        differences,
        LOST,
        "messages, not reported",
        minus(
            messages.stream()
                .filter(message -> message.isSent() || message.state().equals("PERM_FAIL"))
                .map(Message::id)
                .toList(),
            ledger.ids("select delivery_id from reporting.delivery")));
    add(
        differences,
        LOST,
        "reports that are owed",
        minus(
            changes.stream()
                .filter(change -> change.to().equals("NONE"))
                .map(Change::warning)
                .toList(),
            ledger.ids("select warning_id from reporting.report")));
  }

  private static Collection<Change> latest(List<Change> changes) {
    Map<UUID, Change> latest = new LinkedHashMap<>();
    changes.forEach(change -> latest.put(change.warning(), change));
    return latest.values();
  }

  private static String key(UUID warning, long revision, String unit) {
    return warning + "/" + revision + "/" + unit;
  }

  private static void add(
      List<Difference> differences, Kind kind, String what, Collection<?> which) {
    if (!which.isEmpty()) {
      differences.add(Difference.of(kind, what, which));
    }
  }

  private static <T> Set<T> minus(Collection<T> all, Collection<T> found) {
    var missing = new HashSet<>(all);
    missing.removeAll(Set.copyOf(found));
    return missing;
  }
}
