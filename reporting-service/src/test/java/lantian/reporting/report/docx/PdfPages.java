package lantian.reporting.report.docx;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document as LibreOffice lays it out: where each line of text stands on which page. */
final class PdfPages {
  private static final double POINTS_OF_A_MILLIMETRE = 72 / 25.4;
  private static final Pattern TOKEN =
      Pattern.compile(
          "<page width=\"([\\d.]+)\" height=\"([\\d.]+)\">"
              + "|<word xMin=\"([\\d.-]+)\" yMin=\"([\\d.-]+)\" xMax=\"([\\d.-]+)\""
              + " yMax=\"([\\d.-]+)\">(.*?)</word>");

  /** Two words whose middles are nearer than this stand in one line, whatever their fonts. */
  private static final double SAME_LINE = 5;

  /** In millimetres from the upper left corner of the paper. */
  record Line(String text, double left, double right, double middle) {}

  record Page(double width, double height, List<Line> lines) {
    String text() {
      return String.join("\n", lines.stream().map(Line::text).toList());
    }
  }

  private PdfPages() {}

  static boolean canBeLaidOut() {
    return answers("soffice", "--version") && answers("pdftotext", "-v");
  }

  private static boolean answers(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Each .docx of the folder gets a .pdf beside it. */
  static void layOut(Path folder) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString()));
    File[] documents = folder.toFile().listFiles((in, name) -> name.endsWith(".docx"));
    for (File document : documents == null ? new File[0] : documents) {
      command.add(document.toString());
    }
    run(folder, command);
  }

  static List<Page> of(Path pdf) throws Exception {
    Path boxes = pdf.resolveSibling(pdf.getFileName() + ".boxes");
    Path folder = Objects.requireNonNull(pdf.toAbsolutePath().getParent());
    run(folder, List.of("pdftotext", "-bbox", pdf.toString(), boxes.toString()));
    List<Page> pages = new ArrayList<>();
    List<Line> words = new ArrayList<>();
    double[] size = new double[2];
    Matcher token = TOKEN.matcher(Files.readString(boxes));
    while (token.find()) {
      if (token.group(1) != null) {
        finish(pages, words, size);
        size = new double[] {millimetres(token, 1), millimetres(token, 2)};
      } else {
        double middle = (millimetres(token, 4) + millimetres(token, 6)) / 2;
        words.add(new Line(token.group(7), millimetres(token, 3), millimetres(token, 5), middle));
      }
    }
    finish(pages, words, size);
    return pages;
  }

  private static void finish(List<Page> pages, List<Line> words, double[] size) {
    if (size[0] > 0) {
      pages.add(new Page(size[0], size[1], lines(words)));
    }
    words.clear();
  }

  private static List<Line> lines(List<Line> words) {
    List<Line> lines = new ArrayList<>();
    List<Line> sorted = words.stream().sorted(Comparator.comparingDouble(Line::middle)).toList();
    List<Line> line = new ArrayList<>();
    for (Line word : sorted) {
      if (!line.isEmpty()
          && word.middle() - line.getFirst().middle() > SAME_LINE / POINTS_OF_A_MILLIMETRE) {
        lines.add(joined(line));
        line.clear();
      }
      line.add(word);
    }
    if (!line.isEmpty()) {
      lines.add(joined(line));
    }
    return lines;
  }

  private static Line joined(List<Line> words) {
    List<Line> sorted = words.stream().sorted(Comparator.comparingDouble(Line::left)).toList();
    return new Line(
        String.join("", sorted.stream().map(Line::text).toList()),
        sorted.getFirst().left(),
        sorted.stream().mapToDouble(Line::right).max().orElseThrow(),
        sorted.stream().mapToDouble(Line::middle).average().orElseThrow());
  }

  private static double millimetres(Matcher token, int group) {
    return Double.parseDouble(token.group(group)) / POINTS_OF_A_MILLIMETRE;
  }

  private static void run(Path folder, List<String> command) throws Exception {
    Path log = folder.resolve("command.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(180, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    if (!ended || process.exitValue() != 0) {
      throw new IllegalStateException(command + ": " + Files.readString(log));
    }
  }
}
