package lantian.broken.foreign;

import lantian.neighbour.Neighbour;

/** Breaks the rule that services do not know each other. */
public record KnowsNeighbour(Neighbour other) {}
