package lantian.broken.word.mapper;

/** Breaks the rule on packages. */
public class InMapper {}
