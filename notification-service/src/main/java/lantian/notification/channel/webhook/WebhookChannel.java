package lantian.notification.channel.webhook;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lantian.events.Channel;
import lantian.events.FailureReason;
import lantian.kit.observability.Traces;
import lantian.notification.channel.MessageChannel;
import lantian.notification.channel.OutgoingMessage;
import lantian.notification.contact.Secrets;
import lantian.notification.delivery.CallOutcome;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.boot.http.client.FilteredHostException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts a message to the contact's address, once, and says what became of it: by the status where
 * there is one, else by whether any of the body may have left.
 */
final class WebhookChannel implements MessageChannel {
  private final CloseableHttpClient http;
  private final WebhookTargets targets;
  private final ScheduledExecutorService watchdog;
  private final Duration timeout;
  private final JsonMapper json;
  private final Traces traces;

  WebhookChannel(
      CloseableHttpClient http,
      WebhookTargets targets,
      ScheduledExecutorService watchdog,
      Duration timeout,
      JsonMapper json,
      Traces traces) {
    this.http = http;
    this.targets = targets;
    this.watchdog = watchdog;
    this.timeout = timeout;
    this.json = json;
    this.traces = traces;
  }

  @Override
  public Channel channel() {
    return Channel.WEBHOOK;
  }

  @Override
  public Duration longestCall() {
    return timeout.multipliedBy(2);
  }

  @Override
  public CallOutcome send(OutgoingMessage message, long latest) {
    var objection = targets.objectionTo(message.contact().target());
    if (objection.isPresent()) {
      return new CallOutcome.GiveUp(
          FailureReason.TARGET_NOT_ALLOWED, "the target is not allowed: " + objection.get());
    }
    var secret = message.contact().secret();
    if (secret == null || !Secrets.isOne(secret)) {
      return new CallOutcome.GiveUp(FailureReason.REFUSED, "the message cannot be signed");
    }
    return post(SignedPost.of(message, secret, json, latest, traces.current()));
  }

  private CallOutcome post(SignedPost post) {
    // A receiver that sends its answer byte by byte never runs into a timeout of the socket.
    var cut =
        watchdog.schedule(
            () -> post.request().cancel(), longestCall().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return answerTo(post).outcome();
    } catch (FilteredHostException e) {
      return new CallOutcome.GiveUp(
          FailureReason.TARGET_NOT_ALLOWED, "the target's name leads to an address of the inside");
    } catch (IOException | RuntimeException e) {
      var what = e.getClass().getSimpleName();
      return post.mayHaveLeft()
          ? new CallOutcome.Unknown("no answer: " + what)
          : new CallOutcome.TryAgain("not reached: " + what, Duration.ZERO);
    } finally {
      cut.cancel(false);
    }
  }

  private Answer answerTo(SignedPost post) throws IOException {
    var response = http.executeOpen(post.host(), post.request(), null);
    var answer = Answer.read(response);
    if (!answer.isReadToItsEnd()) {
      // Closing would read on for as long as the receiver talks: the connection is cut.
      post.request().cancel();
    }
    try {
      response.close();
    } catch (IOException e) {
      return answer;
    }
    return answer;
  }
}
