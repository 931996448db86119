package lantian.bench.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The document with all figures. What stands between the marks of a bench is written anew, the rest
 * is prose by hand.
 */
public record PerformanceDocument(Path file) {

  /**
   * Replaces what stands between {@code <!-- figures: name -->} and {@code <!-- end -->}.
   *
   * @throws IllegalStateException where the document has no such marks
   */
  public void put(String bench, String text) throws IOException {
    Files.writeString(file, replaced(Files.readString(file), bench, text));
  }

  static String replaced(String document, String bench, String text) {
    var begin = "<!-- figures: " + bench + " -->\n";
    var end = "<!-- end -->";
    int from = document.indexOf(begin);
    int to = document.indexOf(end, Math.max(from, 0));
    if (from < 0 || to < 0) {
      throw new IllegalStateException("the document has no place for the figures of " + bench);
    }
    return document.substring(0, from + begin.length()) + text + document.substring(to);
  }
}
