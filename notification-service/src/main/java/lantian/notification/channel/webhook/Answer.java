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

  private Answer(int status, Duration retryAfter) {
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /**
   * Reads the status, and a short body to its end, so that the connection can be used again; a
   * longer one is left to whoever closes the response, which cuts the connection.
   */
  static Answer read(ClassicHttpResponse response) {
    var answer = new Answer(response.getCode(), retryAfter(response));
    var entity = response.getEntity();
    if (entity != null) {
      try {
        var body = entity.getContent();
        if (body.readNBytes(MOST_OF_A_BODY).length < MOST_OF_A_BODY) {
          body.close();
        }
      } catch (IOException e) {
        // The status has said all there is to know.
        return answer;
      }
    }
    return answer;
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
