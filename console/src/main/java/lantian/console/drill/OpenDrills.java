package lantian.console.drill;

import java.util.List;

/** Tells which drills are open. */
public interface OpenDrills {

  /** What somebody with this token may see. */
  Answer seenWith(String token);

  /** What became of the question. */
  sealed interface Answer {
    record Seen(List<OpenDrill> drills) implements Answer {}

    /** The token is not good for it. */
    record Refused() implements Answer {}

    record NoAnswer() implements Answer {}
  }
}
