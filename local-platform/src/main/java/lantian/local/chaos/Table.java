package lantian.local.chaos;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in columns; a Chinese character is as wide as two others. */
final class Table {

  private Table() {}

  static String of(List<List<String>> rows) {
    var widths =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, widths.length)
                    .mapToObj(
                        column ->
                            row.get(column) + " ".repeat(widths[column] - width(row.get(column))))
                    .collect(Collectors.joining("   "))
                    .stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private static int width(String text) {
    return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
  }

  private static boolean isWide(int point) {
    return point >= 0x2E80 && point <= 0xFFEF;
  }
}
