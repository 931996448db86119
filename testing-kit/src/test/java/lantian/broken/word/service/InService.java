package lantian.broken.word.service;

/** Breaks the rule on packages. */
public class InService {}
