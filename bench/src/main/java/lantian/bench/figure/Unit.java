package lantian.bench.figure;

import java.util.Locale;

/** What a figure counts, and how it is written. */
public enum Unit {
  PER_SECOND("/s"),
  SECONDS(" s"),
  MILLISECONDS(" ms"),
  MICROSECONDS(" µs"),
  MEBIBYTES(" MiB");

  private final String sign;

  Unit(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  /** With as many digits as a figure of this size deserves. */
  String of(double value) {
    var digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + digits + "f", value) + sign;
  }
}
