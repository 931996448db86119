package lantian.broken.word.util;

/** Breaks the rule on packages. */
public class InUtil {}
