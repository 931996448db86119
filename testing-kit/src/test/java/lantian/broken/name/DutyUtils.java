package lantian.broken.name;

/** Breaks the rule on names. */
public class DutyUtils {}
