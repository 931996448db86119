package lantian.notification.delivery.wording;

import lantian.notification.delivery.Wording;
import org.springframework.context.MessageSource;

/** The words of the service for tests that stand elsewhere. */
public final class BundleWordingInTests {
  private BundleWordingInTests() {}

  public static Wording of(MessageSource messages) {
    return new BundleWording(messages);
  }
}
