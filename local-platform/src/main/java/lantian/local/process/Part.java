package lantian.local.process;

import java.time.Duration;

/** One process (or, with PostgreSQL, one family of them) that a fault can happen to. */
public interface Part {

  /** What people call it. */
  String name();

  /** Starts it, or starts it again; does not wait. */
  void start();

  /** Returns when it does its work; refuses when it does not within that time. */
  void awaitReady(Duration within);

  /** Ends it as {@code kill -9} does, and returns when it is gone. */
  void kill();

  /** Stops it where it stands, as a long garbage collection or a frozen machine does. */
  void suspend();

  /** Lets it go on. */
  void resume();

  boolean isAlive();
}
