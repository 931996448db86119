package lantian.broken.unmarked;

/** Breaks the rule that every package is null-marked: this one has no package-info. */
public class Unmarked {}
