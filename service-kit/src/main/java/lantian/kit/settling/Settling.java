package lantian.kit.settling;

/** Work that a service still has before it; a service adds a bean for what the kit cannot know. */
public interface Settling {
  /** What kind of work, for the reader of the answer. */
  String name();

  /** How much of it is left. */
  long remaining();
}
