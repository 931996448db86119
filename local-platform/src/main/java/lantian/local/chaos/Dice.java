package lantian.local.chaos;

import java.util.List;

/** Numbers that depend on the seed alone (SplitMix64): the same seed, the same run. */
final class Dice {

  private long state;

  Dice(long seed) {
    this.state = seed;
  }

  /** From 0 up to, not including, the bound. */
  int below(int bound) {
    state += 0x9E3779B97F4A7C15L;
    long mixed = state;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (int) Math.floorMod(mixed ^ (mixed >>> 31), (long) bound);
  }

  /** Between the two, both included. */
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  <T> T oneOf(List<T> all) {
    return all.get(below(all.size()));
  }
}
