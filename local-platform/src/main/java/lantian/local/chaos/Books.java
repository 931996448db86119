package lantian.local.chaos;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import lantian.local.chaos.Difference.Kind;
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
  private final Set<UUID> leftOut = ConcurrentHashMap.newKeySet();
  private final Set<String> unreachable = ConcurrentHashMap.newKeySet();

  Books(
      DatabaseProcess database, Receiver receiver, History history, Collection<PlanOfPlace> plans) {
    this.database = database;
    this.receiver = receiver;
    this.history = history;
    this.plans = plans.stream().collect(Collectors.toMap(PlanOfPlace::jurisdiction, plan -> plan));
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
      var all = ledger.messages();
      var messages = all.stream().filter(message -> !leftOut.contains(message.warning())).toList();
      var taken =
          receiver.taken().stream().filter(one -> !leftOut.contains(one.warning())).toList();
      var findings = new Findings();
      atRest(ledger, findings);
      new ServicesAgree(ledger, changes, messages, history, plans).hold(findings);
      findings.lost(
          "acknowledgements",
          history.acknowledged(),
          all.stream().filter(Message::isAcknowledged).map(Message::id).toList());
      var received = new ReceiverAgrees(changes, messages, taken, unreachable);
      received.hold(findings);
      return new Balance(
          changes.size(),
          ledger.count("select count(*) from tasking.duty"),
          messages.size(),
          taken.size(),
          taken.stream().filter(Taken::repeat).count(),
          messages.stream().filter(Message::isFailed).count(),
          received.acrossWarnings(),
          findings.all());
    } catch (SQLException e) {
      throw new IllegalStateException("The books cannot be opened", e);
    }
  }

  /** How many messages still wait for something. */
  long waitingMessages() {
    try (var connection = database.connect()) {
      return new Ledger(connection).messages().stream().filter(Message::isWaiting).count();
    } catch (SQLException e) {
      throw new IllegalStateException("The books cannot be opened", e);
    }
  }

  private void atRest(Ledger ledger, Findings findings) {
    for (var schema : SCHEMAS) {
      findings.add(
          Kind.LEFT_OVER,
          "events in the outbox of " + schema,
          ledger.ids("select event_id from " + schema + ".outbox where sent_at is null"));
      findings.add(
          Kind.LEFT_OVER,
          "parked by " + schema,
          ledger.texts(
              "select topic || ' ' || reason || ' ' || detail from "
                  + schema
                  + ".parked_record where state = 'PARKED'"));
    }
    findings.add(
        Kind.LEFT_OVER,
        "fan-outs",
        ledger.texts(
            "select id || ' ' || state from tasking.fan_out where state in ('OPEN', 'FAILED')"));
    if (receiver.forged() > 0) {
      findings.add(Kind.PHANTOM, "messages without a right signature", List.of(receiver.forged()));
    }
  }
}
