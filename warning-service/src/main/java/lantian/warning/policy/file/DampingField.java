package lantian.warning.policy.file;

import lantian.warning.policy.Damping;

/** How many runs must agree, as a pack may say it; where it says nothing one is enough. */
record DampingField(PackField field) {
  private static final int MOST_RUNS = 10;
  private static final int TEN_DAYS = 240;

  Damping read() {
    if (!field.isGiven()
        || !field.isObjectOf("raiseRuns", "lowerRuns", "withinHours", "atOnceHours")) {
      return Damping.NONE;
    }
    return new Damping(
        whole("raiseRuns", 1, MOST_RUNS, Damping.NONE.raiseRuns()),
        whole("lowerRuns", 1, MOST_RUNS, Damping.NONE.lowerRuns()),
        whole("withinHours", 1, TEN_DAYS, Damping.NONE.withinHours()),
        whole("atOnceHours", 0, TEN_DAYS, Damping.NONE.atOnceHours()));
  }

  private int whole(String name, int least, int most, int usual) {
    return field.at(name).isGiven() ? field.at(name).whole(least, most) : usual;
  }
}
