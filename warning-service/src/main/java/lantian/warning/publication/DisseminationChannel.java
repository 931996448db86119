package lantian.warning.publication;

import java.util.Locale;

/** Where publications go. These four are ours; channels that call out will stand beside them. */
public enum DisseminationChannel {
  /** The CAP document. */
  CAP,
  /** The document by GB/T 35965.1. */
  CAP_CN,
  /** The Atom feed. */
  FEED,
  /** The public JSON. */
  JSON;

  /** As the log names it: {@code cap-cn}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
