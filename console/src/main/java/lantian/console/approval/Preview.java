package lantian.console.approval;

import java.util.List;

/** What the public would be told of a proposal, and what the lint finds wrong with it. */
public record Preview(Texts texts, List<Finding> findings) {

  /** Chinese and English. */
  public record Text(String zh, String en) {
    public String in(boolean english) {
      return english ? en : zh;
    }
  }

  /** All that would be said. */
  public record Texts(
      Text headline,
      Text summary,
      Items items,
      Text instruction,
      Advice advice,
      Text mediaScript) {}

  /** The six items that are published. */
  public record Items(
      Text monitoring, Text level, Text duration, Text severity, Text harm, Text measures) {}

  /** For those who need to know more. */
  public record Advice(Text schools, Text hospitals, Text drivers, Text sensitive) {}

  /** {@code severity} ERROR, with which it cannot be submitted, or WARNING. */
  public record Finding(String severity, String code, String pointer, Text detail) {
    public boolean isError() {
      return severity.equals("ERROR");
    }
  }
}
