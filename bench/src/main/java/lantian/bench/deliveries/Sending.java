package lantian.bench.deliveries;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantian.bench.peer.Sink;
import lantian.bench.run.Emptying;
import lantian.bench.run.SampleDuties;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.events.DutiesAssigned;
import lantian.events.Mode;
import lantian.events.Occasion;
import lantian.events.WarningLevel;
import lantian.local.platform.Platform;
import lantian.local.platform.PlatformPort;
import lantian.notification.delivery.CreatingDeliveries;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The messages of one level change, one to each unit, through notification-service's own sender: as
 * rows that wait, then sent, each with its claim, its attempt, its end and its event on the disk.
 */
final class Sending {

  /** Now, so that nothing is overdue or unanswered for long while it is measured. */
  private static final Instant AT = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);

  private static final String PLACE = "652300";

  /** The unit whose message is made by the service itself; all others are copies of it. */
  private static final String FIRST = unit(0);

  private static final String PATH = "/units/";
  private static final int DUTIES = 5;

  /** Without any step, however much else the machine does: then something is wrong. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(5);

  private final CreatingDeliveries creating;
  private final TransactionTemplate transaction;
  private final SmartLifecycle sender;
  private final Connection connection;
  private final Sink sink;
  private final int messages;
  private long surplus;
  private long marked;

  Sending(Platform platform, Connection connection, Sink sink, int messages) {
    var beans = platform.beansOf(PlatformPort.NOTIFICATION);
    this.creating = beans.getBean(CreatingDeliveries.class);
    this.transaction = new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));
    this.sender = beans.getBean("deliverySender", SmartLifecycle.class);
    this.connection = connection;
    this.sink = sink;
    this.messages = messages;
  }

  /** A contact for each unit, spread over the addresses of the sink. */
  static void enterContacts(Connection connection, Sink sink, int addresses, int units)
      throws SQLException {
    execute(connection, "truncate notification.contact cascade");
    for (int address = 0; address < addresses; address++) {
      execute(
          connection,
          """
          insert into notification.contact (id, jurisdiction, unit, name, channel, target, secret, rank, active)
          select gen_random_uuid(), '%s', 'f' || lpad(n::text, 6, '0'), '联络员', 'WEBHOOK',
            '%s%s' || n, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'LIAISON', true
          from generate_series(%d, %d, %d) n
          """
              .formatted(PLACE, sink.origin(address), PATH, address, units - 1, addresses));
    }
  }

  /** Sends all of them; how many a second, from the first claim to the last end on the disk. */
  double once(int bodiesToKeep) throws SQLException {
    sender.stop();
    clear();
    create();
    execute(connection, "checkpoint");
    sink.reset(PATH, bodiesToKeep);
    long began = System.nanoTime();
    sender.start();
    // Counting rows costs what is measured here: it begins when all have arrived.
    await(sink::taken);
    await(() -> single("select count(*) from notification.delivery where state = 'ACCEPTED'"));
    long took = System.nanoTime() - began;
    countRepeats(sink.taken() - messages);
    awaitEvents();
    return messages * 1e9 / took;
  }

  /** How far they are. */
  @FunctionalInterface
  private interface Step {
    long reached() throws SQLException;
  }

  /** Returns when all have come so far. */
  private void await(Step step) throws SQLException {
    long last = System.nanoTime();
    long seen = -1;
    for (long reached = step.reached(); reached < messages; reached = step.reached()) {
      if (reached != seen) {
        seen = reached;
        last = System.nanoTime();
      } else if (System.nanoTime() - last > PATIENCE.toNanos()) {
        throw new IllegalStateException(reached + " of " + messages + " messages, and no more");
      }
      LockSupport.parkNanos(LOOK);
    }
  }

  /**
   * A call beyond one a message is only made after one whose end nobody knew, and is marked. All
   * rounds together: such a call may still come when the next round is counted.
   */
  private void countRepeats(long more) throws SQLException {
    surplus += more;
    marked += single("select count(*) from notification.delivery_attempt where repeat");
    if (surplus > marked) {
      throw new IllegalStateException(
          surplus + " calls beyond one a message, and " + marked + " attempts marked as repeats");
    }
  }

  /**
   * The first message as the service makes it, and a copy of it for each other unit, made by the
   * database: message by message takes longer than sending them.
   */
  private void create() throws SQLException {
    var warning = UUID.randomUUID();
    transaction.executeWithoutResult(_ -> creating.onAssigned(event(warning), AT));
    execute(
        connection,
        """
        insert into notification.delivery
        select copied.*
        from notification.delivery d, notification.contact c,
          lateral jsonb_populate_record(d, jsonb_build_object(
            'id', gen_random_uuid(),
            'unit', c.unit,
            'contact_id', c.id,
            'origin', substring(c.target from '^[a-z]+://[^/]+'),
            'content', replace(d.content::text, '%1$s', c.unit)::jsonb)) copied
        where c.unit > '%1$s' and c.unit < '%2$s'
        """
            .formatted(FIRST, unit(messages)));
    execute(
        connection,
        """
        insert into notification.escalation
        select copied.*
        from notification.escalation e, notification.contact c,
          lateral jsonb_populate_record(e, jsonb_build_object('unit', c.unit)) copied
        where c.unit > '%s' and c.unit < '%s'
        """
            .formatted(FIRST, unit(messages)));
    execute(connection, "analyze notification.delivery, notification.escalation");
  }

  private static String unit(int number) {
    return "f%06d".formatted(number);
  }

  private static DutiesAssigned event(UUID warning) {
    return new DutiesAssigned(
        Mode.LIVE,
        1,
        warning,
        PLACE,
        "昌吉州",
        Occasion.LEVEL_CHANGE,
        ChangeKind.RAISE,
        WarningLevel.NONE,
        WarningLevel.RED,
        FIRST,
        "企业 " + FIRST,
        "Firm " + FIRST,
        ChinaTime.at(AT),
        ChinaTime.at(AT),
        null,
        PLACE + "@1",
        SampleDuties.of(FIRST, DUTIES, AT));
  }

  /** What goes on after the last end, so that it is not in the next round's way. */
  private void awaitEvents() throws SQLException {
    while (single("select count(*) from notification.outbox where sent_at is null") > 0) {
      LockSupport.parkNanos(LOOK);
    }
  }

  private void clear() throws SQLException {
    Emptying.empty(
        connection,
        "notification.delivery_attempt, notification.delivery, notification.escalation, notification.outbox");
  }

  private long single(String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (var s = connection.createStatement()) {
      s.execute(statement);
    }
  }

  /** Calls beyond one a message, in all rounds. */
  long repeats() {
    return surplus;
  }

  /** The bodies that went out. */
  List<byte[]> bodies() {
    return sink.kept();
  }
}
