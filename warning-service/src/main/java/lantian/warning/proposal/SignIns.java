package lantian.warning.proposal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How recently somebody must have signed in to approve red; by machine time, which nobody moves.
 */
public interface SignIns {

  /** How long before the approval the sign-in may have been. */
  Duration within();

  /** Whether it is recent enough at this moment; one that is not known is not. */
  boolean isRecent(@Nullable SignIn signIn);
}
