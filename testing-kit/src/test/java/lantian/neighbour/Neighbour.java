package lantian.neighbour;

/** A class of another service. */
public class Neighbour {}
