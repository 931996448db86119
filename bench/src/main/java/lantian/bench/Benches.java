package lantian.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lantian.bench.assessment.AssessmentBench;
import lantian.bench.chain.ChainBench;
import lantian.bench.deliveries.DeliveriesBench;
import lantian.bench.duties.DutiesBench;
import lantian.bench.figure.FiguresTable;
import lantian.bench.figure.PerformanceDocument;
import lantian.bench.reporting.ReportingBench;
import lantian.bench.run.Bench;
import lantian.bench.run.Machine;
import lantian.bench.run.Scale;
import lantian.bench.run.Stand;
import lantian.bench.start.StartBench;
import lantian.local.platform.DataFolder;
import lantian.local.platform.Ports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code lantian bench}: measures, prints a table for each bench, and keeps those of a full run.
 */
@Command(
    name = "bench",
    description = "性能测量：与同一次运行中的极限和同类比较 / figures against limits and peers of the same run",
    mixinStandardHelpOptions = true)
public final class Benches implements Callable<Integer> {

  static final List<Bench> ALL =
      List.of(
          new DutiesBench(),
          new DeliveriesBench(),
          new ChainBench(),
          new AssessmentBench(),
          new ReportingBench(),
          new StartBench());

  @Spec private CommandLine.Model.@Nullable CommandSpec command;

  @Option(names = "--quick", description = "只证明能运行 / only proves that each runs; keeps nothing")
  private boolean quick;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "duties, deliveries, chain, assessment, reporting, start")
  private List<String> only = List.of();

  @Option(
      names = "--at-most",
      paramLabel = "N",
      description = "略去更大的规模 / leaves out sizes larger than this")
  private int atMost = Integer.MAX_VALUE;

  @Option(names = "--keep-nothing", description = "不写入文档 / leaves docs/performance.md alone")
  private boolean keepNothing;

  @Option(names = "--port-base", paramLabel = "N", defaultValue = "18080")
  private int portBase = 18_080;

  /** Figures go to stdout, progress to stderr. */
  public static void main(String[] arguments) {
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    System.exit(new CommandLine(new Benches()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    var home = Path.of(System.getProperty("lantian.home", ".")).toAbsolutePath().normalize();
    var document = new PerformanceDocument(home.resolve("docs/performance.md"));
    System.setProperty("lantian.logs", home.resolve("bench/target/logs").toString());
    for (var bench : chosen()) {
      System.err.println("== " + bench.name());
      var machine = Machine.described();
      var stand =
          new Stand(
                  quick ? Scale.QUICK : Scale.FULL,
                  atMost,
                  home,
                  new Ports(portBase),
                  new DataFolder(home.resolve("bench/target/stands").resolve(bench.name())),
                  said -> System.err.println("   " + said.lines().findFirst().orElse("")))
              .wiped();
      var outcome = bench.run(stand);
      var section =
          FiguresTable.of(outcome.figures()) + "\n" + machine + ". " + outcome.how() + "\n";
      System.out.println("\n### " + bench.name() + "\n\n" + section);
      if (!quick && !keepNothing) {
        document.put(bench.name(), section);
      }
    }
    return 0;
  }

  private List<Bench> chosen() {
    for (var name : only) {
      if (ALL.stream().noneMatch(bench -> bench.name().equals(name)) && command != null) {
        throw new ParameterException(
            command.commandLine(),
            "没有这项 / no such bench: "
                + name
                + " ("
                + ALL.stream().map(Bench::name).collect(Collectors.joining(", "))
                + ")");
      }
    }
    return ALL.stream().filter(bench -> only.isEmpty() || only.contains(bench.name())).toList();
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
