package lantian.reporting.episode;

/**
 * How much a report names. What is more is counted, and stands in lists of its own.
 *
 * @param named duties, and messages, up to which each is looked at; beyond, they are counted where
 *     they are kept, and those of some units are looked at
 * @param longestTable rows up to which a table stands whole
 * @param shown rows of a table that is longer, and units that are looked at
 * @param names that a sentence lists
 */
public record Extent(int named, int longestTable, int shown, int names) {
  public Extent {
    if (named < 1 || shown < 1 || names < 1 || longestTable < shown) {
      throw new IllegalArgumentException(
          "a report shows at least one row, and no more of a long table than of a short one");
    }
  }
}
