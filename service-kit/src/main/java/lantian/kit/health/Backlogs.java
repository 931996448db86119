package lantian.kit.health;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** What a reader still has before it, by the broker. */
interface Backlogs extends AutoCloseable {

  /** {@code committed}: how far it is, of all its partitions; {@code left}: records after that. */
  record Backlog(long committed, long left) {}

  /** Throws when the broker does not answer. */
  Backlog of(Reader reader) throws InterruptedException, ExecutionException, TimeoutException;

  @Override
  default void close() {}
}
