package lantian.notification.channel.webhook;

import java.io.IOException;
import java.time.Duration;
import lantian.events.FailureReason;
import lantian.notification.delivery.CallOutcome;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * What a receiver's answer means. 2xx alone is success. 408, 425, 429 and 5xx are the receiver's
 * own word that it does not have the message, 504 excepted: there a gateway gave up waiting. Every
 * other status refuses for good; a redirection is not followed.
 */
final class Answer {
  private static final int MOST_OF_A_BODY = 64 * 1024;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final int status;
  private final Duration retryAfter;
  private final boolean readToItsEnd;

  private Answer(int status, Duration retryAfter, boolean readToItsEnd) {
    this.status = status;
    this.retryAfter = retryAfter;
    this.readToItsEnd = readToItsEnd;
  }

  /** Reads the status, and a short body to its end, so that the connection can be used again. */
  static Answer read(ClassicHttpResponse response) {
    return new Answer(response.getCode(), retryAfter(response), readBody(response));
  }

  private static boolean readBody(ClassicHttpResponse response) {
    var entity = response.getEntity();
    if (entity == null) {
      return true;
    }
    try {
      return entity.getContent().readNBytes(MOST_OF_A_BODY).length < MOST_OF_A_BODY;
    } catch (IOException e) {
      return false; // the status has said all there is to know
    }
  }

  boolean isReadToItsEnd() {
    return readToItsEnd;
  }

  CallOutcome outcome() {
    var detail = "HTTP " + status;
    if (status >= 200 && status < 300) {
      return new CallOutcome.Sent(detail);
    }
    return switch (status) {
      case 408, 425, 429 -> new CallOutcome.TryAgain(detail, retryAfter);
      case 504 -> new CallOutcome.Unknown(detail);
      default ->
          status >= 500
              ? new CallOutcome.TryAgain(detail, retryAfter)
              : new CallOutcome.GiveUp(FailureReason.REFUSED, detail);
    };
  }

  private static Duration retryAfter(ClassicHttpResponse response) {
    var header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
    if (header == null || !header.getValue().strip().matches("\\d{1,9}")) {
      return Duration.ZERO;
    }
    var asked = Duration.ofSeconds(Long.parseLong(header.getValue().strip()));
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }
}
