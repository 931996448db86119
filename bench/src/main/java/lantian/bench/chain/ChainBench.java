package lantian.bench.chain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import lantian.bench.figure.Figure;
import lantian.bench.figure.Goal;
import lantian.bench.figure.Sample;
import lantian.bench.figure.Unit;
import lantian.bench.peer.BareChain;
import lantian.bench.peer.Commits;
import lantian.bench.peer.Sink;
import lantian.bench.run.Bench;
import lantian.bench.run.Profile;
import lantian.bench.run.Stand;
import lantian.bench.run.Turns;
import lantian.local.api.Api;
import lantian.local.api.Places;
import lantian.local.chaos.Receiver;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.PlatformService;
import lantian.local.platform.Tokens;

/** All services on this machine, as {@code ./lantian up} has them, in the JVM of the bench. */
public final class ChainBench implements Bench {

  private static final String PLACE = "652300";
  private static final String JURISDICTIONS = "lantian.warning.more-jurisdictions";
  private static final Goal ON_TOPIC = Goal.atMost(100);
  private static final Goal FORECASTS = Goal.atLeast(300);
  private static final Goal HALF = Goal.atMost(50);
  private static final Goal NEARLY_ALL = Goal.atMost(200);

  @Override
  public String name() {
    return "chain";
  }

  @Override
  public Outcome run(Stand stand) throws Exception {
    int changes = stand.scale().of(200, 4);
    int warmUp = stand.scale().of(60, 2);
    var rounds = stand.scale().of(new Turns(2, 5), new Turns(0, 1));
    var places = PlacesOfForecasts.some(stand.scale().of(3_000, 20));
    var jurisdictions = places.writtenTo(stand.data().path().resolve("places.yaml"));
    try (var _ = stand.start(PlatformService.ALL, Map.of(JURISDICTIONS, jurisdictions.toString()));
        var receiver = new Receiver(stand.ports().of(PlatformPort.DEMO_RECEIVERS));
        var sink = new Sink(1);
        var connection = stand.superuser();
        var bare = new BareChain(connection, broker(stand), sink.origin(0))) {
      var api = new Api(stand.ports(), new Tokens(stand.ports(), stand.data()));
      var place = new Places(api).of(List.of(PLACE)).getFirst();
      stand.say(changes + " approvals");
      Receipts.Latencies latencies;
      Sample floor;
      try (var receipts = new Receipts(api, place, receiver, broker(stand))) {
        latencies = receipts.measure(warmUp, changes);
        floor = new Turns(warmUp, changes).of(bare::once).getFirst();
        Profile.of(stand, "chain", () -> receipts.measure(0, stand.scale().of(20, 2)));
      }

      stand.say(places.codes().size() + " forecasts: " + rounds);
      var posts = new ForecastPosts(api, places, Clock.systemUTC().instant());
      var commits = new Commits(connection);
      var rates = rounds.of(posts::post, () -> commits.perSecond(stand.scale().of(2_000, 50)));
      Profile.of(stand, "forecasts", posts::post);
      return new Outcome(
          List.of(
              Figure.of(
                      "approval to the level change on its topic, p99",
                      Sample.of(latencies.published().quantile(0.99)),
                      Unit.MILLISECONDS)
                  .aimingAt(ON_TOPIC),
              figure("approval to the first receipt, p50", latencies.first(), 0.5, floor)
                  .aimingAt(HALF),
              figure("approval to the first receipt, p99", latencies.first(), 0.99, floor)
                  .aimingAt(NEARLY_ALL),
              Figure.of(
                  "approval to the last of %d receipts".formatted(place.units().size()),
                  latencies.all(),
                  Unit.MILLISECONDS),
              Figure.of(
                  "of it until the approval is answered", latencies.answered(), Unit.MILLISECONDS),
              Figure.of("forecasts of 168 hours over REST", rates.get(0), Unit.PER_SECOND)
                  .aimingAt(FORECASTS)
                  .against("commits of one row on one connection", rates.get(1))),
          "%d changes after %d to warm up, raised and lifted in turn; the bare chain after them. %d callers hand in one forecast for each of %d places a round, %s."
              .formatted(changes, warmUp, ForecastPosts.CALLERS, places.codes().size(), rounds));
    }
  }

  private static String broker(Stand stand) {
    return "127.0.0.1:" + stand.ports().of(PlatformPort.KAFKA);
  }

  private static Figure figure(String what, Sample latencies, double share, Sample floor) {
    return Figure.of(what, Sample.of(latencies.quantile(share)), Unit.MILLISECONDS)
        .against(
            "the bare chain: seven commits, two events, one call",
            Sample.of(floor.quantile(share)));
  }
}
