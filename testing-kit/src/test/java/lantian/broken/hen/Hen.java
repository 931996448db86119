package lantian.broken.hen;

import lantian.broken.egg.Egg;

/** Breaks the rule that features form no circle. */
public record Hen(Egg from) {}
