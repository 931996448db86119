package lantian.broken.word.dto;

/** Breaks the rule on packages. */
public class InDto {}
