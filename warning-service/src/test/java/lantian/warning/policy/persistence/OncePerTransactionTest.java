package lantian.warning.policy.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is asked for with each step of a transaction is read with the first one. */
class OncePerTransactionTest {
  private final AtomicInteger reads = new AtomicInteger();
  private final OncePerTransaction<Integer> value =
      new OncePerTransaction<>(reads::incrementAndGet);
  private final NoDatabase database = new NoDatabase();
  private final TransactionTemplate transaction = new TransactionTemplate(database);

  @AfterEach
  void nothingStaysWithTheThread() {
    assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
  }

  @Test
  void itIsReadOnceInATransactionAndAnewInTheNext() {
    transaction.executeWithoutResult(
        _ -> {
          assertThat(value.get()).isEqualTo(1);
          assertThat(value.get()).isEqualTo(1);
        });
    transaction.executeWithoutResult(_ -> assertThat(value.get()).isEqualTo(2));
  }

  @Test
  void withoutATransactionItIsReadEveryTime() {
    assertThat(value.get()).isEqualTo(1);
    assertThat(value.get()).isEqualTo(2);
  }

  @Test
  void whatWasChangedIsReadAnew() {
    transaction.executeWithoutResult(
        _ -> {
          assertThat(value.get()).isEqualTo(1);
          value.forget();
          assertThat(value.get()).isEqualTo(2);
          assertThat(value.get()).isEqualTo(2);
        });
  }

  @Test
  void aTransactionOfItsOwnInBetweenReadsForItself() {
    var another = new TransactionTemplate(database);
    another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    transaction.executeWithoutResult(
        _ -> {
          assertThat(value.get()).isEqualTo(1);
          another.executeWithoutResult(_ -> assertThat(value.get()).isEqualTo(2));
          assertThat(value.get()).isEqualTo(1);
          value.forget();
          another.executeWithoutResult(_ -> {});
          assertThat(value.get()).as("what was forgotten does not come back").isEqualTo(3);
        });
  }

  /** Transactions of nothing. */
  private static final class NoDatabase extends AbstractPlatformTransactionManager {
    private static final long serialVersionUID = 1L;

    private final ThreadLocal<Boolean> open = ThreadLocal.withInitial(() -> false);

    @Override
    protected Object doGetTransaction() {
      return open;
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
      return open.get();
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
      open.set(true);
    }

    @Override
    protected Object doSuspend(Object transaction) {
      open.set(false);
      return transaction;
    }

    @Override
    protected void doResume(
        @org.jspecify.annotations.Nullable Object transaction, Object suspended) {
      open.set(true);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {}

    @Override
    protected void doRollback(DefaultTransactionStatus status) {}

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
      open.set(false);
    }
  }
}
