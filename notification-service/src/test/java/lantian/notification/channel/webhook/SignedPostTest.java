package lantian.notification.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lantian.events.Channel;
import lantian.events.Text;
import lantian.kit.web.StrictJson;
import lantian.notification.Messages;
import lantian.notification.channel.OutgoingMessage;
import lantian.notification.contact.Contact;
import lantian.notification.contact.ContactId;
import lantian.notification.contact.Rank;
import lantian.notification.delivery.DeliveryState;
import org.apache.hc.core5.http.Header;
import org.junit.jupiter.api.Test;

/** What we sign, a receiver checks by the library of Standard Webhooks. */
class SignedPostTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ANOTHER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDC2FVsBQIhrsc";

  private final SignedPost post =
      SignedPost.of(message(), SECRET, StrictJson.forEvents(), Long.MAX_VALUE, null);

  @Test
  void theReceiversLibraryTakesIt() throws IOException {
    assertThatCode(() -> new Webhook(SECRET).verify(body(), headers())).doesNotThrowAnyException();
    assertThat(body()).contains("昌吉州");
  }

  @Test
  void withAnotherSecretOrAnotherBodyItDoesNot() throws IOException {
    assertThatThrownBy(() -> new Webhook(ANOTHER).verify(body(), headers()))
        .isInstanceOf(WebhookVerificationException.class);
    assertThatThrownBy(() -> new Webhook(SECRET).verify(body() + " ", headers()))
        .isInstanceOf(WebhookVerificationException.class);
  }

  private static OutgoingMessage message() {
    var contact =
        new Contact(
            new ContactId(UUID.randomUUID()),
            "652300",
            "zjj",
            "联络员",
            Channel.WEBHOOK,
            "https://example.org/in",
            SECRET,
            Rank.LIAISON,
            true,
            1);
    return new OutgoingMessage(
        Messages.delivery(DeliveryState.CALLING),
        contact,
        new Text("标题", "A title"),
        new Text("原文。", "The message."),
        URI.create("http://127.0.0.1/acknowledge"),
        URI.create("http://127.0.0.1/a/x"),
        Clock.systemUTC().instant());
  }

  private String body() throws IOException {
    var bytes = new ByteArrayOutputStream();
    post.request().getEntity().writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private HttpHeaders headers() {
    return HttpHeaders.of(
        Arrays.stream(post.request().getHeaders())
            .collect(Collectors.toMap(Header::getName, header -> List.of(header.getValue()))),
        (_, _) -> true);
  }
}
