package lantian.kit.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port that leads to another, once it is opened; before that nobody listens there. */
final class TcpForward implements AutoCloseable {
  private final String host;
  private final int hostPort;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket listening;

  /** To this host and port. */
  TcpForward(String target) {
    var colon = target.lastIndexOf(':');
    this.host = target.substring(0, colon);
    this.hostPort = Integer.parseInt(target.substring(colon + 1));
    // Bound and closed again: free, and nobody listens.
    this.listening = listen(0);
    this.port = listening.getLocalPort();
    close();
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  void open() {
    listening = listen(port);
    Thread.ofVirtual().start(this::accept);
  }

  @Override
  public void close() {
    quietly(listening);
    sockets.forEach(TcpForward::quietly);
    sockets.clear();
  }

  private void accept() {
    try {
      while (true) {
        var from = listening.accept();
        var to = new Socket(host, hostPort);
        sockets.add(from);
        sockets.add(to);
        Thread.ofVirtual().start(() -> copy(from, to));
        Thread.ofVirtual().start(() -> copy(to, from));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side has gone; the other follows.
    }
    quietly(from);
    quietly(to);
  }

  private static ServerSocket listen(int port) {
    try {
      var socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void quietly(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      // It is closed then.
    }
  }
}
