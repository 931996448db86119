package lantian.local.chaos;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lantian.local.chaos.Difference.Kind;
import lantian.local.chaos.Ledger.Change;
import lantian.local.chaos.Ledger.Message;

/**
 * What people were told stands in the services, and what stands in one service stands in those that
 * follow it.
 */
record ServicesAgree(
    Ledger ledger,
    List<Change> changes,
    List<Message> messages,
    History history,
    Map<String, PlanOfPlace> plans) {

  void hold(Findings findings) {
    accepted(findings);
    tasked(findings);
    told(findings);
    answered(findings);
    reported(findings);
  }

  /** What a person was told is published or stored, is; what is, somebody asked for. */
  private void accepted(Findings findings) {
    var stored = changes.stream().map(Change::proposal).toList();
    findings.lost(
        "published, not stored",
        history.published().stream().map(History.Published::proposal).toList(),
        stored);
    findings.phantom("published, approved by nobody", stored, history.attempted());
    findings.lost(
        "forecasts taken, not stored",
        history.forecasts(),
        ledger.ids("select id from warning.forecast"));
  }

  /** Every change took effect, and every unit has just what the plan asks for. */
  private void tasked(Findings findings) {
    findings.lost(
        "published, never read by tasking",
        changes.stream().map(Change::event).toList(),
        ledger.ids("select event_id from tasking.inbox"));
    var asked = new HashMap<UUID, Set<String>>();
    ledger
        .list(
            "select distinct warning_id, unit, code from tasking.duty where ended_at is null",
            row ->
                Map.entry(row.getObject(1, UUID.class), row.getString(2) + "/" + row.getString(3)))
        .forEach(
            duty ->
                asked.computeIfAbsent(duty.getKey(), _ -> new TreeSet<>()).add(duty.getValue()));
    for (var latest : latest()) {
      var plan = plans.get(latest.jurisdiction());
      if (plan != null) {
        Set<String> expected =
            latest.takesBack() ? Set.of() : plan.askedAt(latest.to(), latest.response());
        var found = asked.getOrDefault(latest.warning(), Set.of());
        var where = " at " + latest.to() + " of warning " + latest.warning();
        findings.lost("duties not asked for" + where, expected, found);
        findings.phantom("duties asked for" + where, found, expected);
      }
    }
    findings.add(
        Kind.DUPLICATED,
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
  private void told(Findings findings) {
    var overtaken =
        Set.copyOf(
            ledger.texts(
                """
                select warning_id || '/' || revision from tasking.fan_out
                where state = 'SUPERSEDED'
                """));
    var found = new HashMap<String, Integer>();
    messages.forEach(
        message ->
            found.merge(
                key(message.warning(), message.revision(), message.unit()), 1, Integer::sum));
    var possible = new HashSet<String>();
    var expected = new HashSet<String>();
    for (var change : changes) {
      var keys = concerned(change);
      possible.addAll(keys);
      if (!overtaken.contains(change.warning() + "/" + change.revision())) {
        expected.addAll(keys);
      }
    }
    findings.lost("units without a message", expected, found.keySet());
    findings.phantom("messages about nothing", found.keySet(), possible);
    findings.add(
        Kind.DUPLICATED,
        "messages written twice",
        found.entrySet().stream()
            .filter(entry -> entry.getValue() > 1)
            .map(Map.Entry::getKey)
            .toList());
    findings.add(
        Kind.LEFT_OVER,
        "messages that wait",
        messages.stream().filter(Message::isWaiting).toList());
  }

  private List<String> concerned(Change change) {
    var plan = plans.get(change.jurisdiction());
    if (plan == null) {
      return List.of();
    }
    var units = new TreeSet<String>();
    if (!change.takesBack()) {
      units.addAll(plan.unitsAt(change.to(), change.response()));
    }
    if (!change.from().equals("NONE")) {
      units.addAll(plan.unitsAt(change.from(), change.response()));
    }
    return units.stream().map(unit -> key(change.warning(), change.revision(), unit)).toList();
  }

  private void answered(Findings findings) {
    findings.lost(
        "acceptances",
        history.accepted(),
        ledger.texts(
            """
            select distinct warning_id || '/' || unit from tasking.duty
            where accepted_at is not null
            """));
  }

  /** The projections hold what the others published. */
  private void reported(Findings findings) {
    findings.lost(
        "changes, not reported",
        changes.stream().map(Change::event).toList(),
        ledger.ids("select event_id from reporting.level_step"));
    findings.lost(
        "duties, not reported",
        ledger.ids("select id from tasking.duty"),
        ledger.ids("select duty_id from reporting.duty where statement is not null"));
    findings.lost(
        "messages, not reported",
        messages.stream()
            .filter(message -> message.isSent() || message.isFailed())
            .map(Message::id)
            .toList(),
        ledger.ids("select delivery_id from reporting.delivery"));
    findings.lost(
        "reports that are owed",
        changes.stream()
            .filter(change -> change.to().equals("NONE") && !change.takesBack())
            .map(Change::warning)
            .toList(),
        ledger.ids("select warning_id from reporting.report"));
  }

  private Collection<Change> latest() {
    Map<UUID, Change> latest = new LinkedHashMap<>();
    changes.forEach(change -> latest.put(change.warning(), change));
    return latest.values();
  }

  private static String key(UUID warning, long revision, String unit) {
    return warning + "/" + revision + "/" + unit;
  }
}
