package lantian.tasking.response;

/** A warning that was live is told of as a drill, or the other way round: one of them is wrong. */
public final class OtherMode extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OtherMode(LevelChange change) {
    super("warning " + change.warning() + " was not " + change.mode() + " before");
  }
}
