package lantian.warning.policy.persistence;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Something that is read once in each transaction, and every time where there is none. */
final class OncePerTransaction<T> {
  private final Supplier<T> reading;

  OncePerTransaction(Supplier<T> reading) {
    this.reading = reading;
  }

  T get() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return reading.get();
    }
    Known<T> known = known();
    if (known == null) {
      known = new Known<>(reading.get());
      TransactionSynchronizationManager.bindResource(this, known);
      TransactionSynchronizationManager.registerSynchronization(new Ending());
    }
    return known.value();
  }

  /** It has just been changed. */
  void forget() {
    TransactionSynchronizationManager.unbindResourceIfPossible(this);
  }

  @SuppressWarnings("unchecked")
  private @Nullable Known<T> known() {
    return (Known<T>) TransactionSynchronizationManager.getResource(this);
  }

  private record Known<T>(T value) {}

  /** Another transaction, in which this one waits, reads for itself. */
  private final class Ending implements TransactionSynchronization {
    private @Nullable Object waiting;

    @Override
    public void suspend() {
      waiting = TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
    }

    @Override
    public void resume() {
      if (waiting != null) {
        TransactionSynchronizationManager.bindResource(OncePerTransaction.this, waiting);
      }
    }

    @Override
    public void afterCompletion(int status) {
      forget();
    }
  }
}
