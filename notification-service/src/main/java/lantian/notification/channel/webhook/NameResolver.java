package lantian.notification.channel.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import lantian.notification.channel.Names;
import org.apache.hc.client5.http.DnsResolver;

/** Resolves the names of receivers for the client, for a limited time. */
class NameResolver implements DnsResolver {
  private final Names names;

  NameResolver(Duration timeout) {
    this.names = new Names(timeout);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return names.addressesOf(host);
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return List.of(resolve(host)).getFirst().getCanonicalHostName();
  }

  void close() {
    names.close();
  }
}
