package lantian.bench.deliveries;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantian.bench.figure.Figure;
import lantian.bench.figure.Goal;
import lantian.bench.figure.Sample;
import lantian.bench.figure.Unit;
import lantian.bench.peer.Alertmanager;
import lantian.bench.peer.BareClient;
import lantian.bench.peer.Sink;
import lantian.bench.run.Bench;
import lantian.bench.run.Profile;
import lantian.bench.run.Stand;
import lantian.bench.run.Turns;
import lantian.local.platform.PlatformPort;
import org.apache.hc.core5.http.HttpHost;

/**
 * Durable deliveries to webhooks, against a bare client that posts the same bodies and against
 * Alertmanager, which is not durable. All of them call the same sink on the same machine.
 */
public final class DeliveriesBench implements Bench {

  private static final int ADDRESSES = 8;
  private static final int BODIES = 1_000;
  private static final Goal OF_BARE = Goal.atLeast(0.2);
  private static final Goal OF_ALERTMANAGER = Goal.atLeast(1.5);

  /** The limit that a channel has by its settings is out of the way. */
  private static final Map<String, String> SETTINGS =
      Map.of("lantian.notification.sending.channels.WEBHOOK.rate", "1000000");

  private record Size(int messages, Turns turns) {}

  @Override
  public String name() {
    return "deliveries";
  }

  @Override
  public Outcome run(Stand stand) throws Exception {
    var all =
        stand
            .scale()
            .of(
                List.of(new Size(5_000, new Turns(6, 5)), new Size(50_000, new Turns(0, 3))),
                List.of(new Size(300, new Turns(0, 1))));
    var sizes = all.stream().filter(size -> size.messages() <= stand.atMost()).toList();
    var figures = new ArrayList<Figure>();
    long repeats = 0;
    try (var sink = new Sink(ADDRESSES);
        var platform = stand.start(List.of(Stand.service(PlatformPort.NOTIFICATION)), SETTINGS);
        var connection = stand.superuser();
        var bare = new BareClient()) {
      Sending.enterContacts(connection, sink, ADDRESSES, sizes.getLast().messages());
      for (var size : sizes) {
        stand.say(size.messages() + " messages: " + size.turns());
        var ours = new Sending(platform, connection, sink, size.messages());
        figures.add(measure(stand, ours, bare, sink, size));
        repeats += ours.repeats();
      }
    }
    return new Outcome(
        figures,
        String.join(
                "; ",
                sizes.stream()
                    .map(size -> "%,d messages: %s".formatted(size.messages(), size.turns()))
                    .toList())
            + ". "
            + ADDRESSES
            + " origins with at most 64 calls at a time; rate limit of the channel lifted. "
            + "Messages sent a second time, marked, since a call had no known end: "
            + repeats
            + ".");
  }

  private static Figure measure(Stand stand, Sending ours, BareClient bare, Sink sink, Size size)
      throws Exception {
    ours.once(BODIES);
    var bodies = ours.bodies();
    var target = HttpHost.create(sink.origin(0));
    try (var peer = new Peer(Alertmanager.start(stand.data().path(), sink.origin(0)))) {
      var samples =
          size.turns()
              .of(
                  () -> ours.once(0),
                  () -> bare.post(target, bodies, size.messages()),
                  () -> peer.deliver(sink, size.messages()));
      stand.say("medians: " + samples.stream().map(sample -> Math.round(sample.median())).toList());
      Profile.of(stand, "deliveries-" + size.messages(), () -> ours.once(0));
      var figure =
          Figure.of(
                  "durable deliveries, %,d messages of %,d bytes"
                      .formatted(size.messages(), bodies.getFirst().length),
                  samples.get(0),
                  Unit.PER_SECOND)
              .against(
                  "bare Apache HttpClient 5, asynchronous, the same bodies, nothing kept",
                  samples.get(1),
                  OF_BARE);
      return peer.beside(figure, samples.get(2));
    }
  }

  /** Alertmanager, or its absence. */
  private record Peer(Optional<Alertmanager> installed) implements AutoCloseable {
    double deliver(Sink sink, int messages) throws Exception {
      return installed.isPresent() ? installed.get().deliver(sink, messages) : 0;
    }

    Figure beside(Figure figure, Sample sample) {
      return installed
          .map(
              peer ->
                  figure.against(
                      "Alertmanager "
                          + peer.version()
                          + ", one alert a group, in memory"
                          + shortOf(peer),
                      sample,
                      OF_ALERTMANAGER))
          .orElseGet(() -> figure.againstNothing("Alertmanager: not installed", OF_ALERTMANAGER));
    }

    private static String shortOf(Alertmanager peer) {
      return peer.missing() == 0
          ? ""
          : "; %,d in all had not come after 20 s of silence".formatted(peer.missing());
    }

    @Override
    public void close() {
      installed.ifPresent(Alertmanager::close);
    }
  }
}
