package lantian.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes every POST and says 204; does as little as can be, so that little of the machine goes into
 * it. One thread, one port on some addresses of loopback, a deep queue of connections.
 */
public final class Sink implements AutoCloseable {

  private static final int QUEUE = 4_096;
  private static final int LARGEST = 1 << 18;
  private static final byte[] TAKEN =
      "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int METHOD = "POST ".length();
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

  private final Selector selector;
  private final List<ServerSocketChannel> servers = new ArrayList<>();
  private final List<byte[]> kept = new ArrayList<>();
  private final Thread thread = new Thread(this::serveUntilClosed, "sink");
  private final int port;
  private volatile byte[] counted = new byte[0];
  private volatile int keep;
  private volatile long taken;
  private volatile boolean open = true;

  /** Listens on 127.0.0.1, 127.0.0.2 and so on. */
  public Sink(int addresses) {
    try {
      selector = Selector.open();
      int free = 0;
      for (int i = 1; i <= addresses; i++) {
        var server = ServerSocketChannel.open();
        server.bind(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) i}), free),
            QUEUE);
        free = ((InetSocketAddress) server.getLocalAddress()).getPort();
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        servers.add(server);
      }
      port = free;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** The origin of one of its addresses, from 0. */
  public String origin(int address) {
    return "http://127.0.0." + (address + 1) + ":" + port;
  }

  /**
   * Counts anew, and keeps the first so many bodies. Only what comes for a path that begins so is
   * counted: on a machine that does much else a call of what was measured before may come late.
   */
  public void reset(String path, int bodies) {
    counted = path.getBytes(StandardCharsets.US_ASCII);
    kept.clear();
    keep = bodies;
    taken = 0;
  }

  public long taken() {
    return taken;
  }

  /** The bodies that were kept. */
  public List<byte[]> kept() {
    return List.copyOf(kept);
  }

  /**
   * Returns when it has taken so many, or when nothing has come for {@code patience}; gives when it
   * took the last one, by {@link System#nanoTime}.
   */
  public long await(long messages, Duration patience) {
    long last = System.nanoTime();
    long seen = taken;
    while (seen < messages && System.nanoTime() - last < patience.toNanos()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      if (taken != seen) {
        seen = taken;
        last = System.nanoTime();
      }
    }
    return last;
  }

  private void serveUntilClosed() {
    try {
      while (open) {
        selector.select(this::serve);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        var client = ((ServerSocketChannel) key.channel()).accept();
        client.configureBlocking(false);
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        client.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(LARGEST));
      } else {
        read((SocketChannel) key.channel(), (ByteBuffer) key.attachment());
      }
    } catch (IOException e) {
      key.cancel();
      closeQuietly(key);
    }
  }

  private static void closeQuietly(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      // it is gone already
    }
  }

  private void read(SocketChannel client, ByteBuffer in) throws IOException {
    if (client.read(in) < 0) {
      client.close();
      return;
    }
    int begin = 0;
    for (int end = endOfRequest(in, begin); end >= 0; end = endOfRequest(in, begin)) {
      if (isCounted(in, begin)) {
        if (kept.size() < keep) {
          kept.add(body(in, begin, end));
        }
        count();
      }
      begin = end;
      answer(client);
    }
    if (begin > 0) {
      in.flip().position(begin);
      in.compact();
    }
  }

  private boolean isCounted(ByteBuffer in, int begin) {
    var path = counted;
    for (int i = 0; i < path.length; i++) {
      if (in.get(begin + METHOD + i) != path[i]) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // its one thread alone counts
  private void count() {
    taken = taken + 1;
  }

  private static void answer(SocketChannel client) throws IOException {
    var answer = ByteBuffer.wrap(TAKEN);
    while (answer.hasRemaining()) {
      if (client.write(answer) == 0) {
        Thread.onSpinWait();
      }
    }
  }

  private static byte[] body(ByteBuffer in, int begin, int end) {
    int from = endOfHead(in, begin);
    var body = new byte[end - from];
    in.get(from, body);
    return body;
  }

  /** Where the request that begins there ends; -1: it is not whole yet. */
  private static int endOfRequest(ByteBuffer in, int begin) {
    int head = endOfHead(in, begin);
    if (head < 0) {
      return -1;
    }
    int end = head + contentLength(in, begin, head);
    return end <= in.position() ? end : -1;
  }

  private static int endOfHead(ByteBuffer in, int begin) {
    for (int i = begin + 3; i < in.position(); i++) {
      if (in.get(i) == '\n' && in.get(i - 1) == '\r' && in.get(i - 2) == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int contentLength(ByteBuffer in, int begin, int head) {
    for (int line = begin; line < head - LENGTH.length; line++) {
      if (in.get(line) == '\n' && isLength(in, line + 1)) {
        return number(in, line + 1 + LENGTH.length);
      }
    }
    return 0;
  }

  private static boolean isLength(ByteBuffer in, int at) {
    for (int i = 0; i < LENGTH.length; i++) {
      if (Character.toLowerCase(in.get(at + i)) != LENGTH[i]) {
        return false;
      }
    }
    return true;
  }

  private static int number(ByteBuffer in, int at) {
    int number = 0;
    for (int i = at; in.get(i) != '\r'; i++) {
      if (in.get(i) != ' ') {
        number = number * 10 + (in.get(i) - '0');
      }
    }
    return number;
  }

  @Override
  public void close() {
    open = false;
    selector.wakeup();
    try {
      thread.join();
      for (var server : servers) {
        server.close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
