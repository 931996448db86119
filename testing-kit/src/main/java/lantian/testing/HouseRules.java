package lantian.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds a service to the {@link HouseRule}s: {@code HouseRules.holdIn("lantian.tasking")} in one
 * small test of its own. A rule that finds nothing to check fails as well.
 */
public final class HouseRules {
  private final String root;
  private final Set<String> machineRooms = new TreeSet<>();
  private final Set<HouseRule> rules = EnumSet.allOf(HouseRule.class);

  private HouseRules(String root) {
    this.root = root;
  }

  /** Holds all rules in the packages of this service. */
  public static void holdIn(String root) {
    in(root).hold();
  }

  /** The rules for this service, to be narrowed down. */
  public static HouseRules in(String root) {
    return new HouseRules(root);
  }

  /**
   * A top package that holds machinery (reading of files, sending over the network) and no domain,
   * so that {@link HouseRule#DOMAIN_STANDS_ALONE} is not asked of it.
   */
  public HouseRules withMachineRoom(String topPackage, String why) {
    given(why);
    machineRooms.add(topPackage);
    return this;
  }

  /** Leaves out a rule that makes no sense here; the reason stands in the test. */
  public HouseRules without(HouseRule rule, String why) {
    given(why);
    rules.remove(rule);
    return this;
  }

  /** Checks the classes on the class path, tests left out. */
  public void hold() {
    check(
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root));
  }

  void check(JavaClasses classes) {
    var broken = new ArrayList<String>();
    for (var rule : rules) {
      try {
        rule.in(root, machineRooms).allowEmptyShould(false).check(classes);
      } catch (AssertionError e) {
        broken.add(rule + ": " + e.getMessage());
      }
    }
    if (!broken.isEmpty()) {
      throw new AssertionError(String.join("\n\n", broken));
    }
  }

  private static void given(String why) {
    if (why.isBlank()) {
      throw new IllegalArgumentException("an exception from a house rule needs its reason");
    }
  }
}
