package lantian.notification.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import lantian.events.Channel;
import lantian.notification.NotificationSettings.Breaker;
import lantian.notification.NotificationSettings.Room;
import lantian.notification.NotificationSettings.Sending;
import lantian.notification.Receiver;
import lantian.notification.contact.TargetObjection;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.http.client.FilteredHostException;

/** Outside the local profile no message goes to an address of the inside, however it is written. */
class WebhookTargetsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Sending SENDING =
      new Sending(
          Map.of(Channel.WEBHOOK, new Room(4, 4, Duration.ofSeconds(1))),
          4,
          new Breaker(Duration.ofSeconds(1), 10, 50, Duration.ofSeconds(1)),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));

  /** A name server of our own: public at first, the same machine from then on. */
  private static final class Rebinding extends NameResolver {
    private final AtomicInteger asked = new AtomicInteger();

    Rebinding() {
      super(TIMEOUT);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      if (!host.equals("rebinding.example")) {
        return super.resolve(host);
      }
      var address = asked.getAndIncrement() == 0 ? "93.184.215.14" : "127.0.0.1";
      return new InetAddress[] {InetAddress.getByName(address)};
    }
  }

  private final Rebinding names = new Rebinding();
  private final WebhookTargets outside = new WebhookTargets(false, List.of(443, 8443), names);
  private final WebhookTargets local = new WebhookTargets(true, List.of(443, 8443), names);

  @ParameterizedTest
  @CsvSource({
    "https://127.0.0.1/, ADDRESS",
    "https://localhost/, ADDRESS",
    "https://[::1]/, ADDRESS",
    "https://[::127.0.0.1]/, ADDRESS",
    "https://[::ffff:127.0.0.1]/, ADDRESS",
    "https://[::ffff:a9fe:a9fe]/, ADDRESS",
    "https://[64:ff9b::7f00:1]/, ADDRESS",
    "https://[64:ff9b:1::7f00:1]/, ADDRESS",
    "https://[2002:7f00:1::]/, ADDRESS",
    "https://[fc00::1]/, ADDRESS",
    "https://[fe80::1]/, ADDRESS",
    "https://[::]/, ADDRESS",
    "https://169.254.169.254/latest/meta-data, ADDRESS",
    "https://10.0.0.1/, ADDRESS",
    "https://172.16.0.1/, ADDRESS",
    "https://192.168.1.1/, ADDRESS",
    "https://100.64.0.1/, ADDRESS",
    "https://198.18.0.1/, ADDRESS",
    "https://0.0.0.0/, ADDRESS",
    "https://224.0.0.1/, ADDRESS",
    "https://2130706433/, HOST",
    "https://0x7f000001/, HOST",
    "https://0177.0.0.1/, HOST",
    "https://127.1/, NOT_A_URL",
    "https://127.0.0.1./, NOT_A_URL",
    "https://user@93.184.215.14/, USER_INFO",
    "https://user:password@localhost/, USER_INFO",
    "https://93.184.215.14/#fragment, USER_INFO",
    "https://93.184.215.14:22/, PORT",
    "http://93.184.215.14/, SCHEME",
    "http://127.0.0.1/, SCHEME",
    "gopher://93.184.215.14/, SCHEME",
    "file:///etc/passwd, NOT_A_URL",
    "/hook, NOT_A_URL",
    "https:///hook, NOT_A_URL"
  })
  void refusedOutsideTheLocalProfile(String target, TargetObjection objection) {
    assertThat(outside.objectionTo(URI.create(target))).contains(objection);
  }

  @ParameterizedTest
  @CsvSource({
    "https://93.184.215.14/hook",
    "https://93.184.215.14:8443/hook?unit=zjj",
    "https://[2400:3200::1]/hook",
    "https://name-that-nobody-has.invalid/hook"
  })
  void allowedOutsideTheLocalProfile(String target) {
    assertThat(outside.objectionTo(URI.create(target))).isEmpty();
  }

  @Test
  void onALocalPlatformTheSameMachineIsAllowedAndNoOtherOfTheInside() {
    assertThat(local.objectionTo(URI.create("http://127.0.0.1:8088/hook"))).isEmpty();
    assertThat(local.objectionTo(URI.create("http://localhost:8088/hook"))).isEmpty();
    assertThat(local.objectionTo(URI.create("https://10.0.0.1/")))
        .contains(TargetObjection.ADDRESS);
    assertThat(local.objectionTo(URI.create("http://169.254.169.254/")))
        .contains(TargetObjection.SCHEME);
  }

  @Test
  void aNameThatLeadsInsideAtTheCallIsNotCalled() throws IOException {
    assertThat(outside.objectionTo(URI.create("https://rebinding.example/"))).isEmpty();
    refusedBeforeConnecting("rebinding.example");
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "[::127.0.0.1]"})
  void theClientItselfDoesNotConnectToTheInside(String host) throws IOException {
    refusedBeforeConnecting(host);
  }

  private void refusedBeforeConnecting(String host) throws IOException {
    try (var receiver = new Receiver();
        var http = WebhookConfiguration.client(outside, names, TIMEOUT, SENDING)) {
      var target = URI.create(receiver.url().replace("127.0.0.1", host.toLowerCase(Locale.ROOT)));
      assertThatThrownBy(
              () -> http.executeOpen(HttpHost.create(target), new HttpPost(target), null).close())
          .isInstanceOf(FilteredHostException.class);
      assertThat(receiver.received()).isEmpty();
    }
  }
}
