package lantian.notification.channel.email;

import java.util.Optional;
import java.util.regex.Pattern;
import lantian.events.Channel;
import lantian.notification.contact.TargetObjection;
import lantian.notification.contact.Targets;

/**
 * Which mail addresses there may be: {@code Dot-string@Domain} of RFC 5321 4.1.2 in ASCII, and
 * nothing else that RFC 5322 would allow. No quotes, comments, lists, spaces or line ends: what
 * passes here can stand in a header and in a command of the conversation as it is.
 */
final class EmailTargets implements Targets {
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?=[^@]{1,64}@)"
              + ATOM
              + "(?:\\."
              + ATOM
              + ")*@(?:"
              + LABEL
              + "\\.)+(?=[^.]*[A-Za-z])"
              + LABEL);
  private static final int LONGEST = 254;

  private final boolean on;

  EmailTargets(boolean on) {
    this.on = on;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public boolean areReachable() {
    return on;
  }

  @Override
  public Optional<TargetObjection> objectionTo(String target) {
    return isAddress(target) ? Optional.empty() : Optional.of(TargetObjection.NOT_AN_ADDRESS);
  }

  static boolean isAddress(String target) {
    return target.length() <= LONGEST && ADDRESS.matcher(target).matches();
  }
}
