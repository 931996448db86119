package lantian.reporting.report.web;

import lantian.kit.security.Caller;

/**
 * Whose reports a caller reads: the own jurisdiction's, and a city its counties' too, since it
 * decides for them (大气污染防治法 Art. 95). Codes are those of GB/T 2260.
 */
record Reach(Caller caller) {
  private static final int DIGITS_OF_A_CITY = 4;
  private static final int DIGITS = 6;

  void require(String jurisdiction) {
    caller.requireJurisdiction(jurisdiction, cityOf(jurisdiction));
  }

  boolean covers(String jurisdiction) {
    return caller.actsFor(jurisdiction, cityOf(jurisdiction));
  }

  private static String cityOf(String jurisdiction) {
    return jurisdiction.length() == DIGITS
        ? jurisdiction.substring(0, DIGITS_OF_A_CITY) + "00"
        : jurisdiction;
  }
}
