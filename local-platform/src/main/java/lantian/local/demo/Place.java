package lantian.local.demo;

import java.util.List;

/**
 * A jurisdiction of the demo, as the services know it: who decides for it, and the units of its
 * plan.
 */
record Place(String code, String name, String authority, List<Unit> units) {

  /** A unit that gets duties. */
  record Unit(String code, String name) {}
}
