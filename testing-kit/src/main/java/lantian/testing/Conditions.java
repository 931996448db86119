package lantian.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What {@link HouseRule}s ask of a class, where ArchUnit has no word for it. */
final class Conditions {
  private static final List<String> ADAPTERS = List.of("web", "persistence", "messaging");
  private static final Set<String> TRANSACTIONS =
      Set.of(
          "org.springframework.transaction.annotation.Transactional",
          "jakarta.transaction.Transactional");
  private static final Set<String> INJECTIONS =
      Set.of(
          "org.springframework.beans.factory.annotation.Autowired",
          "org.springframework.beans.factory.annotation.Value",
          "jakarta.inject.Inject",
          "jakarta.annotation.Resource",
          "jakarta.persistence.PersistenceContext");
  private static final Set<String> DICE =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.random.RandomGenerator");

  static final DescribedPredicate<JavaClass> PACKAGE_INFO =
      DescribedPredicate.describe(
          "package-info", type -> type.getSimpleName().equals("package-info"));

  static final DescribedPredicate<JavaClass> MARKS_OF_A_USE_CASE =
      DescribedPredicate.describe(
          "marks of a use case",
          type ->
              Set.of(
                      "org.springframework.stereotype.Service",
                      "org.springframework.stereotype.Component",
                      "org.springframework.transaction.annotation.Transactional",
                      "org.springframework.transaction.annotation.Propagation",
                      "org.springframework.transaction.annotation.Isolation")
                  .contains(type.getName()));

  static final ArchCondition<JavaClass> BE_HIDDEN_UNLESS_USED_FROM_ANOTHER_PACKAGE =
      condition(
          "be package-private, unless another package uses it",
          type ->
              type.getModifiers().contains(JavaModifier.PUBLIC) && !isUsedFromAnotherPackage(type)
                  ? Stream.of(type.getName() + " is public and nobody outside its package uses it")
                  : Stream.empty());

  static final ArchCondition<JavaClass> NOT_DEPEND_ON_ADAPTERS_OF_ANOTHER_KIND =
      condition(
          "not depend on adapters of another kind",
          type ->
              type.getDirectDependenciesFromSelf().stream()
                  .filter(
                      dependency -> {
                        var kind = adapterKind(dependency.getTargetClass());
                        return kind.isPresent() && !kind.equals(adapterKind(type));
                      })
                  .map(dependency -> dependency.getDescription()));

  static final ArchCondition<JavaClass> READ_THE_SYSTEM_CLOCK =
      calling("read the system clock", Conditions::readsTheSystemClock);

  static final ArchCondition<JavaClass> THROW_DICE =
      calling(
          "throw dice",
          target ->
              DICE.contains(target.getOwner().getName())
                  || target.getOwner().isEquivalentTo(Math.class)
                      && target.getName().equals("random"));

  static final ArchCondition<JavaField> NOT_BE_INJECTED =
      new ArchCondition<>("not be injected") {
        @Override
        public void check(JavaField field, ConditionEvents events) {
          events.add(
              new SimpleConditionEvent(
                  field, !isMarked(field, INJECTIONS), field.getFullName() + " is injected"));
        }
      };

  static final ArchCondition<JavaClass> LIVE_IN_A_NULL_MARKED_PACKAGE =
      condition(
          "live in a package that is @NullMarked",
          type ->
              type.getPackage().isAnnotatedWith(NullMarked.class)
                  ? Stream.empty()
                  : Stream.of(
                      type.getPackageName()
                          + " has no package-info with @NullMarked ("
                          + type.getSimpleName()
                          + ")"));

  static final ArchCondition<JavaClass> OPEN_NO_TRANSACTION =
      condition(
          "open no transaction",
          type ->
              Stream.concat(
                      Stream.of(type).filter(Conditions::opensATransaction).map(JavaClass::getName),
                      type.getMethods().stream()
                          .filter(Conditions::opensATransaction)
                          .map(JavaCodeUnit::getFullName))
                  .map(where -> where + " is @Transactional"));

  private Conditions() {}

  private static boolean isUsedFromAnotherPackage(JavaClass type) {
    return type.getDirectDependenciesToSelf().stream()
        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
  }

  private static Optional<String> adapterKind(JavaClass type) {
    if (!type.getPackageName().startsWith("lantian.")
        || type.getPackageName().startsWith("lantian.kit.")) {
      return Optional.empty();
    }
    var segments = List.of(type.getPackageName().split("\\.", -1));
    return ADAPTERS.stream().filter(segments::contains).findFirst();
  }

  private static boolean readsTheSystemClock(CodeUnitAccessTarget target) {
    var owner = target.getOwner();
    if (owner.isEquivalentTo(System.class)) {
      return target.getName().equals("currentTimeMillis");
    }
    if (owner.getName().equals("java.time.Clock")) {
      return target.getName().startsWith("system") || target.getName().startsWith("tick");
    }
    if (owner.getName().equals("java.util.Date") || owner.getName().equals("java.util.Calendar")) {
      return true;
    }
    return owner.getPackageName().startsWith("java.time")
        && target.getName().equals("now")
        && target.getRawParameterTypes().stream()
            .noneMatch(parameter -> parameter.getName().equals("java.time.Clock"));
  }

  /** Asking for one that must be there already (MANDATORY) opens none. */
  private static boolean opensATransaction(HasAnnotations<?> element) {
    return element.getAnnotations().stream()
        .filter(annotation -> TRANSACTIONS.contains(annotation.getRawType().getName()))
        .anyMatch(
            annotation ->
                !annotation
                    .get("propagation")
                    .map(value -> ((JavaEnumConstant) value).name().equals("MANDATORY"))
                    .orElse(false));
  }

  private static boolean isMarked(HasAnnotations<?> element, Set<String> annotations) {
    return element.getAnnotations().stream()
        .map(JavaAnnotation::getRawType)
        .anyMatch(type -> annotations.contains(type.getName()));
  }

  private static ArchCondition<JavaClass> calling(
      String description, Predicate<CodeUnitAccessTarget> forbidden) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream.concat(
                type.getCodeUnitCallsFromSelf().stream(),
                type.getCodeUnitReferencesFromSelf().stream())
            .filter(access -> forbidden.test(access.getTarget()))
            .forEach(
                access ->
                    events.add(SimpleConditionEvent.satisfied(type, access.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> condition(
      String description, java.util.function.Function<JavaClass, Stream<String>> violations) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        violations.apply(type).forEach(v -> events.add(SimpleConditionEvent.violated(type, v)));
      }
    };
  }
}
