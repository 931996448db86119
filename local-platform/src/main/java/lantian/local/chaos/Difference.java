package lantian.local.chaos;

import java.util.Collection;

/** Something in the books that does not balance. */
public record Difference(Kind kind, String what) {

  /** What kind of damage it is. */
  public enum Kind {
    /** Accepted or published, and then not there. */
    LOST,
    /** There twice, unmarked. */
    DUPLICATED,
    /** Older after newer. */
    OUT_OF_ORDER,
    /** There, and nobody asked for it. */
    PHANTOM,
    /** Still waiting, or parked, after everything should have been done. */
    LEFT_OVER
  }

  private static final int SHOWN = 5;

  /** What people are told of many alike: how many, and the first of them. */
  static Difference of(Kind kind, String what, Collection<?> which) {
    var first = which.stream().limit(SHOWN).map(String::valueOf).toList();
    return new Difference(
        kind, what + ": " + which.size() + " " + first + (which.size() > SHOWN ? " …" : ""));
  }

  @Override
  public String toString() {
    return kind + " " + what;
  }
}
