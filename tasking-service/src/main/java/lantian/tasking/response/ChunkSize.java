package lantian.tasking.response;

/** How many units of a fan-out are written in one transaction. */
public record ChunkSize(int units) {
  public ChunkSize {
    if (units < 1) {
      throw new IllegalArgumentException("a chunk of " + units + " units");
    }
  }
}
