package lantian.broken.word.common;

/** Breaks the rule on packages. */
public class InCommon {}
