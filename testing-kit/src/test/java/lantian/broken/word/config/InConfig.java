package lantian.broken.word.config;

/** Breaks the rule on packages. */
public class InConfig {}
