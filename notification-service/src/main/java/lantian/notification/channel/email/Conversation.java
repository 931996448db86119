package lantian.notification.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import lantian.events.FailureReason;
import lantian.notification.delivery.CallOutcome;
import lantian.notification.delivery.CallOutcome.Fault;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One conversation with the mail server, which remembers how far it came and what the server said
 * there. Until the line with the final dot has been begun, the server may not deliver anything (RFC
 * 5321 4.1.1.4); after it, its answer alone says whether it did.
 */
final class Conversation extends SMTPTransport {
  private static final int CLOSING = 421;
  private static final int OUT_OF_ORDER = 503;
  private static final int AUTHENTICATE_FIRST = 530;

  private final long latest;
  private volatile Step step = Step.GREETING;
  private volatile int reply;

  /** How far it came. */
  private enum Step {
    GREETING("at the greeting"),
    SENDER("at the sender"),
    RECIPIENT("at the recipient"),
    MESSAGE("at the message"),
    END("at the end of the message");

    private final String where;

    Step(String where) {
      this.where = where;
    }
  }

  /** {@code latest}: by {@link System#nanoTime}; no message is ended after it. */
  Conversation(Session session, URLName server, long latest) {
    super(session, server);
    this.latest = latest;
  }

  @Override
  protected void mailFrom() throws MessagingException {
    enter(Step.SENDER);
    super.mailFrom();
  }

  @Override
  protected void rcptTo() throws MessagingException {
    enter(Step.RECIPIENT);
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    enter(Step.MESSAGE);
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    if (System.nanoTime() - latest > 0) {
      throw new InterruptedIOException("too late to send");
    }
    enter(Step.END);
    super.finishData();
  }

  private void enter(Step next) {
    step = next;
    reply = 0;
  }

  /** The first answer to a step counts; what is said while taking leave does not. */
  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    if (step == Step.GREETING || reply == 0) {
      reply = code;
    }
    return code;
  }

  /** What a conversation means that ended with this failure. */
  CallOutcome outcomeOf(Exception failure) {
    if (reply >= 200 && reply < 300 && step == Step.END) {
      return new CallOutcome.Sent("SMTP " + reply);
    }
    var detail =
        reply >= 400 && reply < 600
            ? "SMTP " + reply + " " + step.where
            : "no answer " + step.where + ": " + nameOf(failure);
    if (reply >= 500 && reply < 600 && isAboutThisMessage()) {
      return new CallOutcome.GiveUp(FailureReason.REFUSED, detail);
    }
    if (step == Step.END && (reply < 400 || reply >= 600)) {
      return new CallOutcome.Unknown(detail);
    }
    return new CallOutcome.TryAgain(
        detail,
        Duration.ZERO,
        reply >= 400 && reply < 500 && isAboutThisMessage() ? Fault.THIS_ONE : Fault.FAR_SIDE);
  }

  /**
   * Whether the server's no is to this recipient or message. What it says before is to us: it can
   * be put right here, and then holds for every other mail too.
   */
  private boolean isAboutThisMessage() {
    return step.compareTo(Step.RECIPIENT) >= 0
        && reply != CLOSING
        && reply != OUT_OF_ORDER
        && reply != AUTHENTICATE_FIRST;
  }

  /** The kind of failure alone: its words name the server and sometimes the recipient. */
  private static String nameOf(Exception failure) {
    return failure instanceof MessagingException messaging
            && messaging.getNextException() instanceof IOException cause
        ? cause.getClass().getSimpleName()
        : failure.getClass().getSimpleName();
  }
}
