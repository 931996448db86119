package lantian.kit.parking;

import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that does not answer from a record that is at fault. */
public final class DatabaseAway {
  private static final Set<Class<? extends Exception>> SIGNS =
      Set.of(
          TransientDataAccessException.class,
          DataAccessResourceFailureException.class,
          QueryTimeoutException.class,
          CannotGetJdbcConnectionException.class,
          CannotCreateTransactionException.class);

  private DatabaseAway() {}

  public static boolean isCauseOf(Throwable failure) {
    for (var t = failure; t != null; t = t.getCause()) {
      var thrown = t;
      if (SIGNS.stream().anyMatch(type -> type.isInstance(thrown))) {
        return true;
      }
    }
    return false;
  }
}
