package lantian.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server on the same machine, down to the bytes: keeps every mail and ends as told. */
public final class MailServer implements AutoCloseable {
  /** Where in a conversation something is done. */
  public enum Step {
    GREETING,
    HELLO,
    SENDER,
    RECIPIENT,
    DATA,
    END
  }

  /** Instead of an answer. */
  private static final String DROP = "drop";

  private static final String HANG = "hang";
  private static final String DRIBBLE = "dribble";

  private final ServerSocket server;
  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Queue<Behaviour> planned = new ConcurrentLinkedQueue<>();
  private final AtomicInteger conversations = new AtomicInteger();
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private volatile Behaviour usual = Behaviour.takes();

  /** A mail whose last line was read. {@code taken}: the server said so. */
  public record Mail(String from, String to, byte[] bytes, boolean taken, long nanoTime) {
    public MimeMessage parsed() {
      try {
        return new MimeMessage(
            Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    public String subject() {
      try {
        return parsed().getSubject();
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** What the server does in one conversation, where it is not what servers do. */
  public record Behaviour(Map<Step, String> instead, long thinking) {
    public static Behaviour takes() {
      return new Behaviour(Map.of(), 0);
    }

    /** Answers so at this step. */
    public static Behaviour says(Step at, String line) {
      return new Behaviour(Map.of(at, line), 0);
    }

    /** Closes the connection instead of an answer. */
    public static Behaviour drops(Step at) {
      return says(at, DROP);
    }

    /** Never answers. */
    public static Behaviour hangs(Step at) {
      return says(at, HANG);
    }

    /** Goes on talking and never comes to an end. */
    public static Behaviour dribbles(Step at) {
      return says(at, DRIBBLE);
    }

    /** Takes everything, after this many milliseconds. */
    public static Behaviour slow(long millis) {
      return new Behaviour(Map.of(), millis);
    }
  }

  public MailServer() {
    try {
      server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().name("mail-server").daemon().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Ends the next conversations so, one after the other. */
  public MailServer next(Behaviour... behaviours) {
    planned.addAll(List.of(behaviours));
    return this;
  }

  /** Ends conversations so from now on. */
  public MailServer always(Behaviour behaviour) {
    usual = behaviour;
    return this;
  }

  /** Forgets what was planned and what has come, and is a good server again. */
  public void reset() {
    planned.clear();
    usual = Behaviour.takes();
    mails.clear();
    conversations.set(0);
    most.set(0);
    open.forEach(MailServer::close);
  }

  public List<Mail> mails() {
    return List.copyOf(mails);
  }

  /** What was sent to this address, taken or not. */
  public List<Mail> mailsTo(String address) {
    return mails.stream().filter(mail -> mail.to().equals(address)).toList();
  }

  public int conversations() {
    return conversations.get();
  }

  /** The most conversations that went on at the same time. */
  public int mostAtOnce() {
    return most.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException e) {
        // closed
      }
    }
  }

  private void talk(Socket socket) {
    conversations.incrementAndGet();
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    var plan = planned.poll();
    try (socket) {
      new Talk(socket, plan == null ? usual : plan).run();
    } catch (IOException e) {
      // the other side has gone
    } finally {
      now.decrementAndGet();
      open.remove(socket);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(MailServer::close);
  }

  /** One conversation. */
  private final class Talk {
    private static final Map<Step, String> USUAL =
        new EnumMap<>(
            Map.of(
                Step.GREETING, "220 mail.example ESMTP",
                Step.HELLO, "250 mail.example",
                Step.SENDER, "250 2.1.0 fine",
                Step.RECIPIENT, "250 2.1.5 fine",
                Step.DATA, "354 go on",
                Step.END, "250 2.0.0 taken"));

    private final Socket socket;
    private final Behaviour behaviour;
    private final BufferedReader in;
    private String from = "";
    private String to = "";

    Talk(Socket socket, Behaviour behaviour) throws IOException {
      this.socket = socket;
      this.behaviour = behaviour;
      this.in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    void run() throws IOException {
      if (!answer(Step.GREETING)) {
        return;
      }
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var goOn =
            switch (line.length() < 4 ? line : line.substring(0, 4)) {
              case "EHLO", "HELO" -> answer(Step.HELLO);
              case "MAIL" -> {
                from = address(line);
                yield answer(Step.SENDER);
              }
              case "RCPT" -> {
                to = address(line);
                yield answer(Step.RECIPIENT);
              }
              case "DATA" -> answer(Step.DATA) && takeMail();
              case "QUIT" -> false;
              default -> say("250 fine");
            };
        if (!goOn) {
          return;
        }
      }
    }

    private boolean takeMail() throws IOException {
      if (behaviour.instead().containsKey(Step.DATA)) {
        return true;
      }
      var text = new StringBuilder();
      for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
        if (line == null) {
          return false;
        }
        text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      }
      pause(behaviour.thinking());
      var bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
      var taken = !behaviour.instead().containsKey(Step.END);
      mails.add(new Mail(from, to, bytes, taken, System.nanoTime()));
      return answer(Step.END);
    }

    private boolean answer(Step step) throws IOException {
      var line = behaviour.instead().getOrDefault(step, usual(step));
      return switch (line) {
        case DROP -> false;
        case HANG -> {
          var _ = socket.getInputStream().read(); // until the other side has gone
          yield false;
        }
        case DRIBBLE -> {
          while (true) {
            say("250-and");
            pause(20);
          }
        }
        default -> say(line);
      };
    }

    private static String usual(Step step) {
      return java.util.Objects.requireNonNull(USUAL.get(step));
    }

    private boolean say(String line) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return true;
    }

    private static String address(String line) {
      return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private static void pause(long millis) {
      try {
        TimeUnit.MILLISECONDS.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
