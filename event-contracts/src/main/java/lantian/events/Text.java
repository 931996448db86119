package lantian.events;

import static java.util.Objects.requireNonNull;

/** A sentence for people, Chinese first and English beside it. */
public record Text(String zh, String en) {
  public Text {
    requireNonNull(zh, "zh");
    requireNonNull(en, "en");
  }
}
