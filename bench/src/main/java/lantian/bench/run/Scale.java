package lantian.bench.run;

import java.util.Locale;

/** How much is measured: enough for a figure, or just enough to prove that the bench runs. */
public enum Scale {
  FULL,
  QUICK;

  public <T> T of(T full, T quick) {
    return this == FULL ? full : quick;
  }

  /** How it is said in the document. */
  public String said() {
    return name().toLowerCase(Locale.ROOT);
  }
}
