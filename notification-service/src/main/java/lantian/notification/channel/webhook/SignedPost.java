package lantian.notification.channel.webhook;

import java.net.URI;
import lantian.notification.channel.OutgoingMessage;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message as a request signed by Standard Webhooks: the receiver checks {@code
 * webhook-signature}, HMAC-SHA256 over id, time and body, with the secret of its contact.
 */
final class SignedPost {
  private final HttpPost request;
  private final HttpHost host;
  private final WatchedBody body;

  private SignedPost(HttpPost request, HttpHost host, WatchedBody body) {
    this.host = host;
    this.request = request;
    this.body = body;
  }

  /** {@code traceparent} tells the receiver which trace of ours the call is part of. */
  static SignedPost of(
      OutgoingMessage message,
      String secret,
      JsonMapper json,
      long latest,
      @Nullable String traceparent) {
    var bytes = json.writeValueAsBytes(WebhookBody.of(message));
    var id = message.delivery().id().toString();
    var timestamp = message.at().getEpochSecond();
    var signature = Signature.of(secret, id, timestamp, bytes);
    var request = new HttpPost(message.contact().target());
    request.setHeader("webhook-id", id);
    request.setHeader("webhook-timestamp", Long.toString(timestamp));
    request.setHeader("webhook-signature", signature);
    if (traceparent != null) {
      request.setHeader("traceparent", traceparent);
    }
    var body = new WatchedBody(bytes, ContentType.APPLICATION_JSON, latest);
    request.setEntity(body);
    return new SignedPost(request, HttpHost.create(URI.create(message.contact().target())), body);
  }

  HttpPost request() {
    return request;
  }

  HttpHost host() {
    return host;
  }

  /** Whether anything of the body may have left; before that the receiver cannot have it. */
  boolean mayHaveLeft() {
    return body.isBegun();
  }
}
