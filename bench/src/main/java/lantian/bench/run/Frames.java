package lantian.bench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What a recording of the JVM says, summed up: frames that ran, and what was waited for. */
final class Frames {

  private static final int MOST = 15;

  private final Map<String, Double> leaves = new HashMap<>();
  private final Map<String, Double> ours = new HashMap<>();
  private final Map<String, Double> threads = new HashMap<>();
  private final Map<String, Double> waits = new HashMap<>();

  private Frames() {}

  static String in(Path recording) throws IOException {
    var frames = new Frames();
    try (var file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        frames.add(file.readEvent());
      }
    }
    return table("samples by thread, %", share(frames.threads))
        + table("samples by frame that ran, %", share(frames.leaves))
        + table("samples by the nearest frame of ours, %", share(frames.ours))
        + table(
            "seconds waited for an answer or a lock, by the nearest frame of ours", frames.waits);
  }

  private void add(RecordedEvent event) {
    switch (event.getEventType().getName()) {
      case "jdk.ExecutionSample" -> {
        leaves.merge(name(frames(event).getFirst()), 1.0, Double::sum);
        ours.merge(nearestOfOurs(event), 1.0, Double::sum);
        var thread = event.getThread("sampledThread");
        threads.merge(
            thread == null || thread.getJavaName() == null
                ? "virtual threads"
                : thread.getJavaName().replaceAll("[0-9a-f]{4,}.*|\\d+", "*"),
            1.0,
            Double::sum);
      }
      case "jdk.SocketRead", "jdk.JavaMonitorEnter" ->
          waits.merge(nearestOfOurs(event), seconds(event.getDuration()), Double::sum);
      default -> {}
    }
  }

  private static List<RecordedFrame> frames(RecordedEvent event) {
    return event.getStackTrace() == null ? List.of() : event.getStackTrace().getFrames();
  }

  private static String nearestOfOurs(RecordedEvent event) {
    return frames(event).stream()
        .map(Frames::name)
        .filter(name -> name.startsWith("lantian."))
        .findFirst()
        .orElseGet(
            () -> frames(event).isEmpty() ? "?" : "(" + area(name(frames(event).getLast())) + ")");
  }

  private static String area(String name) {
    return name.replaceAll("\\.[A-Z].*", "");
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static Map<String, Double> share(Map<String, Double> counts) {
    double all = counts.values().stream().mapToDouble(Double::doubleValue).sum();
    var shares = new HashMap<String, Double>();
    counts.forEach((name, count) -> shares.put(name, 100 * count / all));
    return shares;
  }

  private static String table(String title, Map<String, Double> values) {
    var lines = new ArrayList<String>();
    lines.add(title + ":");
    values.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .forEach(entry -> lines.add("  %6.2f  %s".formatted(entry.getValue(), entry.getKey())));
    return String.join("\n", lines) + "\n\n";
  }
}
