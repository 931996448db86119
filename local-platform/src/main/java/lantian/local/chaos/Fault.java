package lantian.local.chaos;

import java.time.Duration;
import lantian.local.platform.PlatformPort;
import lantian.local.process.Part;
import lantian.local.process.ProcessPlatform;
import lantian.local.process.Waiting;

/** What can go wrong, and how it is put right. Each is felt by itself: one at a time. */
public enum Fault {
  WARNING_KILLED(PlatformPort.WARNING, Way.KILLED),
  TASKING_KILLED(PlatformPort.TASKING, Way.KILLED),
  NOTIFICATION_KILLED(PlatformPort.NOTIFICATION, Way.KILLED),
  REPORTING_KILLED(PlatformPort.REPORTING, Way.KILLED),
  BROKER_KILLED(PlatformPort.KAFKA, Way.KILLED),
  DATABASE_KILLED(PlatformPort.POSTGRES, Way.KILLED),
  WARNING_STOPPED(PlatformPort.WARNING, Way.STOPPED),
  TASKING_STOPPED(PlatformPort.TASKING, Way.STOPPED),
  NOTIFICATION_STOPPED(PlatformPort.NOTIFICATION, Way.STOPPED),
  REPORTING_STOPPED(PlatformPort.REPORTING, Way.STOPPED),
  BROKER_STOPPED(PlatformPort.KAFKA, Way.STOPPED),
  DATABASE_STOPPED(PlatformPort.POSTGRES, Way.STOPPED),
  BROKER_AWAY(PlatformPort.KAFKA, Way.AWAY),
  RECEIVER_FAILING(PlatformPort.DEMO_RECEIVERS, Way.FAILING),
  RECEIVER_SILENT(PlatformPort.DEMO_RECEIVERS, Way.SILENT);

  /** In what way, and for how long, in milliseconds. */
  private enum Way {
    /** {@code kill -9}, and at once started again. */
    KILLED(0, 500),
    /** Stopped where it stands, and continued ({@code SIGSTOP}, {@code SIGCONT}). */
    STOPPED(2_000, 8_000),
    /** Killed, and started again much later. */
    AWAY(5_000, 20_000),
    /** It answers 500. */
    FAILING(2_000, 8_000),
    /** It takes connections and does not answer. */
    SILENT(2_000, 8_000);

    private final int shortest;
    private final int longest;

    Way(int shortest, int longest) {
      this.shortest = shortest;
      this.longest = longest;
    }
  }

  private static final Duration PATIENCE = ProcessPlatform.PATIENCE;

  private final PlatformPort where;
  private final Way way;

  Fault(PlatformPort where, Way way) {
    this.where = where;
    this.way = way;
  }

  /** How long it lasts this time. */
  Duration lasting(Dice dice) {
    return Duration.ofMillis(dice.between(way.shortest, way.longest));
  }

  /** The key of its name in the messages. */
  String text() {
    return "chaos.fault." + name();
  }

  void strike(Exercise exercise) {
    switch (way) {
      case KILLED, AWAY -> part(exercise).kill();
      case STOPPED -> part(exercise).suspend();
      case FAILING -> exercise.receiver().behave(Receiver.Manner.FAILS);
      case SILENT -> exercise.receiver().behave(Receiver.Manner.IS_A_BLACK_HOLE);
    }
  }

  void heal(Exercise exercise) {
    switch (way) {
      case KILLED, AWAY -> part(exercise).start();
      case STOPPED -> part(exercise).resume();
      case FAILING, SILENT -> exercise.receiver().behave(Receiver.Manner.TAKES);
    }
  }

  /** Returns when what was hit does its work again, and those that need it do theirs. */
  void awaitRecovery(Exercise exercise) {
    switch (where) {
      case KAFKA -> {
        exercise.platform().broker().awaitReady(PATIENCE);
        exercise.awaitReading(PATIENCE);
      }
      case POSTGRES -> {
        exercise.platform().database().awaitReady(PATIENCE);
        exercise.awaitReady(PATIENCE);
        exercise.awaitReading(PATIENCE);
      }
      case WARNING, TASKING, NOTIFICATION, REPORTING -> {
        exercise.service(where).awaitReady(PATIENCE);
        exercise.platform().progressOf(where).awaitFirst(PATIENCE);
      }
      case DEMO_RECEIVERS -> {
        int before = exercise.receiver().taken().size();
        Waiting.until(
            PATIENCE,
            () -> "nobody tries again",
            () ->
                exercise.receiver().taken().size() > before
                    || exercise.books().waitingMessages() == 0);
      }
      case CONSOLE, KAFKA_CONTROLLER, DEMO_MAIL ->
          throw new IllegalStateException(where + " is never hit");
    }
  }

  private Part part(Exercise exercise) {
    return switch (where) {
      case KAFKA -> exercise.platform().broker();
      case POSTGRES -> exercise.platform().database();
      default -> exercise.service(where);
    };
  }
}
