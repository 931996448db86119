package lantian.tasking.duty.web;

import lantian.kit.security.Caller;
import lantian.kit.security.Role;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.tasking.duty.Assignment;
import org.jspecify.annotations.Nullable;

/**
 * How far a caller may look and act: the own jurisdiction, and for a prefecture (a code that ends
 * in 00, GB/T 2260) the counties in it; a liaison no further than the own unit.
 */
record Reach(Caller caller) {

  /** Refuses what lies outside. */
  void require(Assignment what) {
    requireJurisdiction(what.jurisdiction());
    if (isLiaisonOnly() && !what.unit().equals(caller.unit())) {
      throw otherUnit(what.unit());
    }
  }

  /** Refuses whoever does not speak for the unit of this duty. */
  void requireOwnUnit(Assignment what) {
    caller.requireAnyRole(Role.LIAISON);
    requireJurisdiction(what.jurisdiction());
    if (!what.unit().equals(caller.unit())) {
      throw otherUnit(what.unit());
    }
  }

  void requireJurisdiction(String jurisdiction) {
    caller.requireJurisdiction(jurisdiction, prefectureOf(jurisdiction));
  }

  /** The unit of a liaison, who must have one. */
  String ownUnit() {
    var unit = caller.unit();
    if (unit == null || unit.isBlank()) {
      throw Problem.of(ProblemType.FORBIDDEN, "tasking.no-unit");
    }
    return unit;
  }

  /** The unit to look at: the one asked for, and for a liaison the own one. */
  @Nullable String unit(@Nullable String asked) {
    if (!isLiaisonOnly()) {
      return asked;
    }
    var own = ownUnit();
    if (asked != null && !asked.equals(own)) {
      throw otherUnit(asked);
    }
    return own;
  }

  /** The leading digits of the jurisdictions within reach; empty: all. */
  String leadingDigits() {
    var own = caller.jurisdiction();
    if (own.equals(Caller.EVERYWHERE)) {
      return "";
    }
    if (own.isBlank()) {
      throw Problem.of(ProblemType.FORBIDDEN, "kit.role");
    }
    return own.endsWith("00") ? own.substring(0, own.length() - 2) : own;
  }

  private boolean isLiaisonOnly() {
    return caller.hasOnly(Role.LIAISON);
  }

  private static Problem otherUnit(String unit) {
    return Problem.of(ProblemType.FORBIDDEN, "tasking.other-unit", unit);
  }

  private static String prefectureOf(String jurisdiction) {
    return jurisdiction.length() == 6 ? jurisdiction.substring(0, 4) + "00" : jurisdiction;
  }
}
