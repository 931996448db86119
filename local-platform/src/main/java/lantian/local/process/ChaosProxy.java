package lantian.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A network that can go wrong: everything sent to its port goes on to another one, as it says. */
public final class ChaosProxy implements AutoCloseable {

  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int PIECE = 64 * 1024;

  /** How it treats connections, those that stand and new ones. */
  public enum Mode {
    /** Both directions go through. */
    PASS,
    /** Nothing goes through, and nobody is told. */
    BLACK_HOLE,
    /** What clients say arrives; what they are answered does not. */
    SWALLOW_ANSWERS,
    /** There are no connections. */
    CUT
  }

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Mode mode = Mode.PASS;

  private ChaosProxy(ServerSocket server, int target) {
    this.server = server;
    this.target = target;
  }

  /** Listens on a free port of this machine, and passes on to that port of it. */
  public static ChaosProxy start(int target) {
    try {
      var proxy = new ChaosProxy(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), target);
      Thread.ofVirtual().name("chaos-proxy").start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getLocalPort();
  }

  /** From now on; going to {@link Mode#CUT} ends the connections that stand. */
  public void become(Mode next) {
    mode = next;
    if (next == Mode.CUT) {
      cutConnections();
    }
  }

  /** Ends the connections that stand; new ones are treated as the mode says. */
  public void cutConnections() {
    open.forEach(ChaosProxy::close);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void connect(Socket client) {
    var broker = new Socket();
    open.add(client);
    open.add(broker);
    try {
      if (mode == Mode.CUT) {
        throw new IOException("cut");
      }
      client.setTcpNoDelay(true);
      broker.setTcpNoDelay(true);
      broker.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5_000);
      var answers = Thread.ofVirtual().start(() -> pump(broker, client, true));
      pump(client, broker, false);
      answers.join();
    } catch (IOException e) {
      // The client sees its connection end, as it would without us.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close(client);
      close(broker);
      open.remove(client);
      open.remove(broker);
    }
  }

  private void pump(Socket from, Socket to, boolean answers) {
    var piece = new byte[PIECE];
    try {
      var in = from.getInputStream();
      var out = to.getOutputStream();
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        while (mode == Mode.BLACK_HOLE) {
          LockSupport.parkNanos(LOOK);
        }
        if (!(answers && mode == Mode.SWALLOW_ANSWERS)) {
          out.write(piece, 0, length);
          out.flush();
        }
      }
    } catch (IOException e) {
      // One side is gone; so is the other, then.
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more, either way.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      become(Mode.CUT);
    }
  }
}
