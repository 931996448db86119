package lantian.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The rules of the house that a test can hold. Each says what to do instead. */
public enum HouseRule {
  /** A feature's root is the domain and its use cases. */
  DOMAIN_STANDS_ALONE {
    @Override
    ArchRule in(String root, Set<String> machineRooms) {
      return classes()
          .that(are(inFeatureRoots(root, machineRooms)))
          .should()
          .onlyDependOnClassesThat(are(allowedInFeatureRoots(root)))
          .because(
              "a feature's root holds rules: put REST into its web, SQL into its persistence, Kafka"
                  + " into its messaging package, and reach them through an interface of the root");
    }
  },

  /** Adapters are not public, unless a neighbour needs them. */
  ADAPTERS_ARE_HIDDEN {
    @Override
    ArchRule in(String root, Set<String> machineRooms) {
      return classes()
          .that(are(adapters(root)))
          .and()
          .areTopLevelClasses()
          .should(Conditions.BE_HIDDEN_UNLESS_USED_FROM_ANOTHER_PACKAGE)
          .because("an adapter is known by the interface it implements: make it package-private");
    }
  },

  /** One adapter does not call another of a different kind. */
  ADAPTERS_DO_NOT_KNOW_EACH_OTHER {
    @Override
    ArchRule in(String root, Set<String> machineRooms) {
      return classes()
          .that(are(adapters(root)))
          .should(Conditions.NOT_DEPEND_ON_ADAPTERS_OF_ANOTHER_KIND)
          .because(
              "what a controller, a reader and a repository share is the use case between them");
    }
  },

  /** Features do not form circles. */
  FEATURES_FORM_NO_CIRCLE {
    @Override
    ArchRule in(String root, Set<String> machineRooms) {
      return slices()
          .matching(root + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("one of the two should own an interface that the other implements");
    }
  },

  /** Time comes in from outside. */
  NO_CLOCK_OF_ITS_OWN {
    @Override
    ArchRule in(String root, Set<String> machineRooms) {
      return noClasses()
          .that(are(within(root)))
          .should(Conditions.READ_THE_SYSTEM_CLOCK)
          .because(
              "business time can be moved: take an Instant as an argument, or ask the injected"
                  + " java.time.Clock; what must follow the machine's time is the database's"
                  + " clock_timestamp()");
    }
  },

  /** The same input gives the same output. */
  NO_CHANCE {
    @Override
    ArchRule in(String root, Set<String> machineRooms) {
      return noClasses()
          .that(are(within(root)))
          .should(Conditions.THROW_DICE)
          .because(
              "a redelivery must give the same result: derive ids from what they stand for (UUID"
                  + " version 5) and pass a seeded generator in; secrets come from SecureRandom");
    }
  },

  /** Names say what a thing is for its reader. */
  NAMES_SAY_WHAT_IT_IS {
    @Override
    ArchRule in(String root, Set<String> machineRooms) {
      return noClasses()
          .that(are(within(root)))
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("DTO")
          .orShould()
          .haveSimpleNameEndingWith("Dto")
          .orShould()
          .haveSimpleNameEndingWith("VM")
          .because(
              "a repository is a plural (Duties, JdbcDuties), a use case a gerund (AcceptingDuty),"
                  + " what a caller reads a View and what it sends a Request");
    }
  },

  /** Packages are named after ideas. */
  PACKAGES_ARE_IDEAS {
    @Override
    ArchRule in(String root, Set<String> machineRooms) {
      return noClasses()
          .that(are(within(root)))
          .should()
          .resideInAnyPackage(
              root + "..service..",
              root + "..dto..",
              root + "..mapper..",
              root + "..config..",
              root + "..common..",
              root + "..util..",
              root + "..utils..")
          .because(
              "the list of packages should read like the glossary: name the feature, then the role"
                  + " (web, persistence, messaging)");
    }
  },

  /** What a class needs stands in its constructor. */
  NO_FIELD_INJECTION {
    @Override
    ArchRule in(String root, Set<String> machineRooms) {
      return fields()
          .that()
          .areDeclaredInClassesThat(are(within(root)))
          .should(Conditions.NOT_BE_INJECTED)
          .because("a class says in its constructor what it needs, so that a test can give it");
    }
  },

  /** Every package says what it is, and that it is null-marked. */
  PACKAGES_ARE_NULL_MARKED {
    @Override
    ArchRule in(String root, Set<String> machineRooms) {
      return classes()
          .that(are(within(root)))
          .should(Conditions.LIVE_IN_A_NULL_MARKED_PACKAGE)
          .because(
              "each package has a package-info.java with @NullMarked and one sentence; what may be"
                  + " null is marked @Nullable");
    }
  },

  /** Services meet at events and REST interfaces only. */
  SERVICES_DO_NOT_KNOW_EACH_OTHER {
    @Override
    ArchRule in(String root, Set<String> machineRooms) {
      return classes()
          .that(are(within(root)))
          .should()
          .onlyDependOnClassesThat(
              are(
                  not(resideInAPackage("lantian.."))
                      .or(
                          resideInAnyPackage(root + "..", "lantian.events..", "lantian.kit..")
                              .as("of this service, the events or the kit"))))
          .because(
              "services meet at events: keep a short copy of what you need, fed by them, or call the"
                  + " other's REST interface");
    }
  },

  /** SQL stands in persistence packages. */
  SQL_STAYS_IN_PERSISTENCE {
    @Override
    ArchRule in(String root, Set<String> machineRooms) {
      return noClasses()
          .that(are(within(root)))
          .and()
          .resideOutsideOfPackage(root + "..persistence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
          .because("SQL belongs to a repository in the feature's persistence package (JdbcDuties)");
    }
  },

  /** Use cases own the transactions. */
  USE_CASES_OWN_THE_TRANSACTION {
    @Override
    ArchRule in(String root, Set<String> machineRooms) {
      return classes()
          .that(are(adapters(root)))
          .should(Conditions.OPEN_NO_TRANSACTION)
          .because(
              "the change and its outbox row commit together in the use case: put @Transactional"
                  + " there; around a reader only the inbox opens one");
    }
  };

  private static final String[] ADAPTERS = {"web", "persistence", "messaging"};

  /**
   * This rule for the service whose packages begin with {@code root}, such as {@code
   * lantian.tasking}. {@code machineRooms}: top packages of it that hold machinery, not a domain.
   */
  abstract ArchRule in(String root, Set<String> machineRooms);

  static DescribedPredicate<JavaClass> within(String root) {
    return resideInAPackage(root + "..").as("part of " + root);
  }

  private static DescribedPredicate<JavaClass> inFeatureRoots(
      String root, Set<String> machineRooms) {
    var rooms =
        machineRooms.stream().map(room -> root + "." + room).toList().toArray(String[]::new);
    var features = resideInAPackage(root + ".*").and(not(Conditions.PACKAGE_INFO));
    return (rooms.length == 0 ? features : features.and(not(resideInAnyPackage(rooms))))
        .as("in the root of a feature");
  }

  private static DescribedPredicate<JavaClass> allowedInFeatureRoots(String root) {
    return resideInAnyPackage(
            "java..", "org.jspecify..", "lantian.events..", "com.fasterxml.uuid..", root + ".*")
        .or(Conditions.MARKS_OF_A_USE_CASE)
        .as("java, jspecify, the events, feature roots, or marks of a use case");
  }

  private static DescribedPredicate<JavaClass> adapters(String root) {
    var packages = new String[ADAPTERS.length];
    for (int i = 0; i < ADAPTERS.length; i++) {
      packages[i] = root + ".." + ADAPTERS[i] + "..";
    }
    return resideInAnyPackage(packages).and(not(Conditions.PACKAGE_INFO)).as("adapters");
  }
}
