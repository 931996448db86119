package lantian.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import lantian.local.Refused;
import lantian.local.Texts;
import lantian.local.chaos.Difference.Kind;
import lantian.local.command.PlatformOptions;
import lantian.local.platform.DataFolder;
import lantian.local.platform.Ports;
import lantian.local.platform.RunningPlatform;
import lantian.local.platform.RunningPlatforms;
import lantian.local.platform.ScratchFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lantian chaos}: faults for an hour, and the books after them. */
@Command(
    name = "chaos",
    description = "故障演练：逐一制造故障，最后核对账目 / faults one after another, then the books",
    mixinStandardHelpOptions = true)
public final class Chaos implements Callable<Integer> {

  private static final String MARK = "started-by-lantian-chaos";
  private static final int INTERRUPTED = 130;

  @Mixin private PlatformOptions options = new PlatformOptions();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "种子，相同种子相同故障 / the same seed, the same faults (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "60",
      description = "时长 / how long (default: ${DEFAULT-VALUE})")
  private double minutes = 60;

  @Override
  public Integer call() {
    var ports = options.ports();
    var data = new DataFolder(options.data().path().resolve("chaos"));
    RunningPlatforms.ofThisUser()
        .at(ports.base())
        .ifPresent(
            running -> {
              throw new Refused(
                  "up.already-running",
                  Integer.toString(ports.base()),
                  Long.toString(running.pid()),
                  running.data());
            });
    ports.requireFree();
    ScratchFolder.wipe(data, MARK);
    System.setProperty("lantian.logs", data.logs().toString());
    System.err.println(
        Texts.both("chaos.begins", Long.toString(seed), seconds(minutes), data.path()));
    return play(ports, data);
  }

  private int play(Ports ports, DataFolder data) {
    var running = RunningPlatforms.ofThisUser();
    var self = RunningPlatform.thisProcess(ports, data);
    var exercise = new AtomicReference<@Nullable Exercise>();
    var ended = new AtomicBoolean();
    running.add(self);
    // Also when somebody interrupts it, nothing is left behind.
    var closing =
        new Thread(
            () -> {
              var started = exercise.getAndSet(null);
              if (started != null) {
                if (!ended.get()) {
                  System.err.println(Texts.both("chaos.interrupted"));
                }
                started.close();
              }
              running.remove(self);
            },
            "closing");
    Runtime.getRuntime().addShutdownHook(closing);
    var started = Exercise.start(ports, data, System.err::println);
    exercise.set(started);
    try {
      var outcome =
          new ChaosRun(started, seed, List.of(Fault.values()), Chaos::tell)
              .run(Duration.ofMillis(Math.round(minutes * 60_000)));
      report(outcome);
      return outcome.balance().balances() ? 0 : 1;
    } catch (RuntimeException e) {
      if (exercise.get() == null) {
        return INTERRUPTED; // what is being taken down under it says nothing
      }
      throw e;
    } finally {
      ended.set(true);
    }
  }

  private static void tell(Fault fault, Duration recovery) {
    var name = Texts.both(fault.text()).split("\n", 2);
    var took = seconds(recovery.toMillis() / 1000.0);
    System.err.println(
        Texts.chinese("chaos.struck", name[0], took)
            + "  |  "
            + Texts.english("chaos.struck", name[1], took));
  }

  private static void report(ChaosRun.Outcome outcome) {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            Texts.chinese("chaos.column.fault"),
            Texts.chinese("chaos.column.times"),
            Texts.chinese("chaos.column.median"),
            Texts.chinese("chaos.column.longest")));
    outcome
        .recoveries()
        .forEach(
            (fault, recoveries) -> {
              var sorted = recoveries.stream().sorted().toList();
              rows.add(
                  List.of(
                      Texts.chinese(fault.text()) + " / " + Texts.english(fault.text()),
                      Integer.toString(sorted.size()),
                      seconds(sorted.get((sorted.size() - 1) / 2).toMillis() / 1000.0) + " s",
                      seconds(sorted.getLast().toMillis() / 1000.0) + " s"));
            });
    System.out.println(Table.of(rows));
    var balance = outcome.balance();
    System.out.println(
        Texts.both(
            "chaos.books",
            balance.changes(),
            balance.duties(),
            balance.messages(),
            balance.taken()));
    System.out.println(
        Texts.both(
            "chaos.outcome",
            balance.count(Kind.LOST),
            balance.repeated(),
            balance.count(Kind.DUPLICATED),
            balance.count(Kind.OUT_OF_ORDER),
            balance.count(Kind.LEFT_OVER) + balance.count(Kind.PHANTOM),
            balance.gaveUp(),
            balance.acrossWarnings()));
    balance.differences().forEach(System.out::println);
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
