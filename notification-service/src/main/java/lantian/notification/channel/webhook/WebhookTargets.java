package lantian.notification.channel.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lantian.events.Channel;
import lantian.notification.contact.TargetObjection;
import lantian.notification.contact.Targets;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Which addresses a webhook may have: https to the outside. On a local platform the same machine is
 * allowed too, by http as well. What a name resolves to is looked at on entry where it can be
 * resolved, and again at every call by the client's own resolver, which a name that changes its
 * address does not get past.
 */
final class WebhookTargets implements Targets {
  /**
   * {@code externalAddresses} lets pass IPv4-compatible addresses ({@code ::127.0.0.1}), the local
   * NAT64 prefix (RFC 8215) and segment routing (RFC 9602).
   */
  private static final InetAddressFilter OUTSIDE =
      InetAddressFilter.externalAddresses().andNot("::/96", "64:ff9b:1::/48", "5f00::/16");

  private static final InetAddressFilter SAME_MACHINE =
      InetAddressFilter.of("127.0.0.0/8", "::1/128");

  /** Numbers as other programs read them: octal, hexadecimal, fewer parts than four. */
  private static final Pattern NUMBER = Pattern.compile("(0[xX][0-9a-fA-F]*|\\d+)");

  private static final Pattern DOTTED_QUAD =
      Pattern.compile(
          "((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");

  private final boolean local;
  private final List<Integer> ports;
  private final NameResolver names;

  WebhookTargets(boolean local, List<Integer> ports, NameResolver names) {
    this.local = local;
    this.ports = List.copyOf(ports);
    this.names = names;
  }

  /** What the client's resolver lets pass. */
  InetAddressFilter allowed() {
    return local ? OUTSIDE.or(SAME_MACHINE) : OUTSIDE;
  }

  @Override
  public Channel channel() {
    return Channel.WEBHOOK;
  }

  @Override
  public boolean areReachable() {
    return true;
  }

  @Override
  public Optional<TargetObjection> objectionTo(String target) {
    try {
      return objectionTo(new URI(target));
    } catch (URISyntaxException e) {
      return Optional.of(TargetObjection.NOT_A_URL);
    }
  }

  Optional<TargetObjection> objectionTo(URI target) {
    var host = target.getHost();
    if (!target.isAbsolute() || target.isOpaque() || host == null || host.isBlank()) {
      return Optional.of(
          target.getRawAuthority() != null && target.getRawAuthority().contains("@")
              ? TargetObjection.USER_INFO
              : TargetObjection.NOT_A_URL);
    }
    if (target.getRawUserInfo() != null || target.getRawFragment() != null) {
      return Optional.of(TargetObjection.USER_INFO);
    }
    if (looksLikeANumber(host)) {
      return Optional.of(TargetObjection.HOST);
    }
    return objectionToAddress(target, host);
  }

  private Optional<TargetObjection> objectionToAddress(URI target, String host) {
    var addresses = resolve(host);
    var sameMachine = !addresses.isEmpty() && addresses.stream().allMatch(SAME_MACHINE::matches);
    var scheme = target.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(scheme.equals("http") && local && sameMachine)) {
      return Optional.of(TargetObjection.SCHEME);
    }
    if (!addresses.stream().allMatch(allowed()::matches)) {
      return Optional.of(TargetObjection.ADDRESS);
    }
    var port = target.getPort();
    if (port != -1 && !ports.contains(port) && !(local && sameMachine)) {
      return Optional.of(TargetObjection.PORT);
    }
    return Optional.empty();
  }

  private static boolean looksLikeANumber(String host) {
    if (host.startsWith("[")) {
      return false;
    }
    var labels = host.split("\\.", -1);
    var last = labels[labels.length - 1].isEmpty() && labels.length > 1 ? 2 : 1;
    return NUMBER.matcher(labels[labels.length - last]).matches()
        && !DOTTED_QUAD.matcher(host).matches();
  }

  /** Empty where the name does not resolve now; the call will see what it resolves to then. */
  private List<InetAddress> resolve(String host) {
    try {
      return Arrays.asList(names.resolve(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }
}
