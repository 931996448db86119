package lantian.local.api;

import java.util.List;

/** A jurisdiction as the services know it: who decides for it, and the units of its plan. */
public record Place(String code, String name, String authority, List<Unit> units) {

  /** A unit that gets duties. */
  public record Unit(String code, String name) {}
}
