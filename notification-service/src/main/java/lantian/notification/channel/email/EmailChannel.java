package lantian.notification.channel.email;

import static java.util.Objects.requireNonNull;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lantian.events.Channel;
import lantian.events.FailureReason;
import lantian.notification.channel.MessageChannel;
import lantian.notification.channel.Names;
import lantian.notification.channel.OutgoingMessage;
import lantian.notification.delivery.CallOutcome;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands a mail to the server, in a conversation of its own, and says what became of it: by the
 * server's answer where there is one, else by how far the conversation came.
 */
final class EmailChannel implements MessageChannel {
  private final Optional<JavaMailSenderImpl> server;
  private final Letters letters;
  private final Names names;
  private final Duration longestCall;

  EmailChannel(
      Optional<JavaMailSenderImpl> server, Letters letters, Names names, Duration longestCall) {
    this.server = server;
    this.letters = letters;
    this.names = names;
    this.longestCall = longestCall;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Duration longestCall() {
    return longestCall;
  }

  @Override
  public CallOutcome send(OutgoingMessage message, long latest) {
    if (server.isEmpty()) {
      return new CallOutcome.GiveUp(FailureReason.TARGET_NOT_ALLOWED, "e-mail is off here");
    }
    if (!EmailTargets.isAddress(message.contact().target())) {
      return new CallOutcome.GiveUp(
          FailureReason.TARGET_NOT_ALLOWED, "the target is not allowed: NOT_AN_ADDRESS");
    }
    try {
      names.addressesOf(requireNonNull(server.get().getHost()));
      return handOver(letters.write(message, server.get().getSession()), server.get(), latest);
    } catch (UnknownHostException e) {
      return new CallOutcome.TryAgain("not reached: UnknownHostException", Duration.ZERO);
    } catch (MessagingException e) {
      return new CallOutcome.GiveUp(FailureReason.REFUSED, "the mail cannot be written");
    }
  }

  /** A server that goes on byte by byte never runs into a timeout of the socket: all is limited. */
  private CallOutcome handOver(MimeMessage letter, JavaMailSenderImpl to, long latest) {
    var talk = new FutureTask<>(() -> talk(letter, to, latest));
    // A virtual thread, since interrupting one closes the socket that it waits for.
    var thread = Thread.ofVirtual().name(Thread.currentThread().getName() + "-smtp").start(talk);
    try {
      try {
        return talk.get(longestCall.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        thread.interrupt();
        return talk.get();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return new CallOutcome.Unknown("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the conversation failed", e);
    }
  }

  private static CallOutcome talk(MimeMessage letter, JavaMailSenderImpl to, long latest) {
    var server = new URLName("smtp", to.getHost(), to.getPort(), null, null, null);
    var conversation = new Conversation(to.getSession(), server, latest);
    try {
      conversation.connect(to.getHost(), to.getPort(), to.getUsername(), to.getPassword());
      conversation.sendMessage(letter, new Address[] {letter.getAllRecipients()[0]});
      return new CallOutcome.Sent("SMTP 250");
    } catch (MessagingException | RuntimeException e) {
      return conversation.outcomeOf(e);
    } finally {
      close(conversation);
    }
  }

  private static void close(Conversation conversation) {
    try {
      conversation.close();
    } catch (MessagingException e) {
      // The mail is handed over or it is not; how the server takes leave changes nothing.
    }
  }
}
