package lantian.local.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;
import lantian.local.Refused;
import lantian.local.Texts;
import lantian.local.api.Api;
import lantian.local.api.Places;
import lantian.local.command.PlatformOptions;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.Tokens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code lantian demo}: an episode from the first observation to the evaluation reports. */
@Command(
    name = "demo",
    description = "回放一次真实污染过程 / plays a real episode through a platform of its own",
    mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {
  private static final List<String> JURISDICTIONS = List.of("652300", "150822");
  private static final String POLICY = "national-2024";

  @Mixin private PlatformOptions options = new PlatformOptions();

  @Option(
      names = "--episode",
      paramLabel = "FILE.csv",
      description = "逐时观测文件 / hourly observations (default: December 2016, packaged)")
  private @Nullable Path episodeFile;

  @Option(
      names = "--jurisdiction",
      paramLabel = "CODE",
      description = "只演示一个行政区 / one jurisdiction only (default: 652300 and 150822)")
  private @Nullable String jurisdiction;

  @Option(
      names = "--json",
      description = "标准输出只有一个 JSON / one JSON object on stdout; the platform is stopped after")
  private boolean json;

  @Override
  public Integer call() {
    long began = System.nanoTime();
    var episode = Episode.read(episodeFile);
    var places = placesAskedFor();
    try (var platform = DemoPlatform.start(options, json, System.err::println)) {
      var ports = platform.ports();
      var api = new Api(ports, new Tokens(ports, platform.data()));
      var outcome = play(episode, places, api, platform, began);
      report(outcome);
      if (!json) {
        System.err.println(
            Texts.both(
                "demo.left-running",
                ports.url(PlatformPort.CONSOLE),
                Integer.toString(ports.base())));
        platform.leaveRunning();
      }
      return endsWithoutWarning(outcome) ? 0 : 1;
    }
  }

  private List<String> placesAskedFor() {
    if (jurisdiction == null) {
      return JURISDICTIONS;
    }
    if (!JURISDICTIONS.contains(jurisdiction)) {
      throw new Refused("demo.jurisdiction", jurisdiction, String.join(", ", JURISDICTIONS));
    }
    return List.of(jurisdiction);
  }

  private static Outcome play(
      Episode episode, List<String> codes, Api api, DemoPlatform platform, long began) {
    var time = new PlatformTime(api.as("operator", "operator", "*", null));
    try (var receivers =
            new Receivers(
                platform.ports().of(PlatformPort.DEMO_RECEIVERS),
                platform.ports().of(PlatformPort.DEMO_MAIL));
        var story = new Story(System.err, episode.hours().size())) {
      var places = new Places(api).of(codes);
      new Playing(episode, places, api, receivers, time, story, POLICY).play();
      var outcomes = new ArrayList<Outcome.OfPlace>();
      for (var place : places) {
        outcomes.add(
            new Accounts(api, place).of(episode, platform.data().path().resolve("reports")));
      }
      time.goOn();
      double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
      return new Outcome(
          new Outcome.Span(
              ChinaTime.dateOf(episode.first()).toString(),
              ChinaTime.dateOf(episode.last()).toString()),
          POLICY,
          seconds,
          outcomes);
    }
  }

  private void report(Outcome outcome) {
    if (json) {
      System.out.println(
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(outcome));
      return;
    }
    for (var place : outcome.jurisdictions()) {
      System.out.println(
          Texts.both(
              "demo.place",
              place.code(),
              place.name(),
              place.warnings(),
              place.levelChanges(),
              place.units(),
              place.duties().assigned(),
              place.duties().completed(),
              place.duties().overdue(),
              place.deliveries().sent(),
              place.deliveries().acknowledged(),
              place.deliveries().failed()));
      for (var report : place.reports()) {
        System.out.println(
            Texts.both("demo.report", report.liftedAt(), report.dueOn())
                + "\n  "
                + String.join("\n  ", report.html(), report.docx(), report.json()));
      }
    }
    System.out.println(Texts.both("demo.seconds", outcome.seconds()));
  }

  private static boolean endsWithoutWarning(Outcome outcome) {
    boolean ended = true;
    for (var place : outcome.jurisdictions()) {
      if (!place.changes().isEmpty()
          && !place.changes().getLast().to().equals(WarningLevel.NONE.name())) {
        System.err.println(
            Texts.both("demo.in-force", place.name(), place.changes().getLast().to()));
        ended = false;
      }
    }
    return ended;
  }
}
