package lantian.broken.egg;

import lantian.broken.hen.Hen;

/** Breaks the rule that features form no circle. */
public record Egg(Hen of) {}
