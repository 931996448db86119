package lantian.broken.shown.web;

/** Breaks the rule that adapters are hidden. */
public class ShownController {}
