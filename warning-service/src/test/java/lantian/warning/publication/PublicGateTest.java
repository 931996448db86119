package lantian.warning.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("F28: one gate, closed in doubt, and no way to the public beside it")
class PublicGateTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("lantian.warning");

  private static final String LIVE = "<alert><status>Actual</status><scope>Public</scope></alert>";

  private final AtomicInteger stopped = new AtomicInteger();
  private final PublicGate gate = new PublicGate(_ -> stopped.incrementAndGet());

  @Test
  void onlyWhatIsBeyondDoubtLivePasses() {
    var texts = Messages.message(Messages.anOrangeWarning()).texts();
    assertThat(gate.pass(publication(Mode.LIVE, LIVE, texts))).isPresent();
    assertThat(stopped).hasValue(0);

    var drill = new Text("【演练】橙色预警", "[DRILL] orange warning");
    var marked = Messages.saying(Messages.message(Messages.anOrangeWarning()), drill).texts();
    var doubtful =
        List.of(
            publication(Mode.DRILL, LIVE, texts),
            publication(Mode.LIVE, LIVE.replace("Actual", "Exercise"), texts),
            publication(Mode.LIVE, LIVE.replace("Public", "Restricted"), texts),
            publication(Mode.LIVE, "", texts),
            publication(Mode.LIVE, LIVE, marked));
    assertThat(doubtful).allMatch(each -> gate.pass(each).isEmpty());
    assertThat(stopped).hasValue(doubtful.size());
  }

  /** Whoever adds an address under {@code /public} reads from {@link PublicWarnings} alone. */
  @Test
  void noAddressWithoutATokenKnowsAnotherWayToWhatIsKept() {
    var open = CLASSES.stream().filter(PublicGateTest::answersWithoutToken).toList();
    assertThat(open).isNotEmpty();
    var broken = new TreeSet<String>();
    for (var controller : open) {
      for (var adapter : adaptersBehind(controller)) {
        for (var dependency : adapter.getDirectDependenciesFromSelf()) {
          if (isRepository(dependency.getTargetClass())) {
            broken.add(dependency.getDescription());
          }
        }
      }
    }
    assertThat(broken)
        .as(
            "what stands under /public asks PublicWarnings, behind whose gate nothing of a drill is")
        .isEmpty();
  }

  /** Each of them is known here, with what keeps it from the public. */
  @Test
  void whoReadsPublicationsIsKnown() {
    var readers =
        CLASSES.get(Publications.class).getDirectDependenciesToSelf().stream()
            .map(Dependency::getOriginClass)
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(readers)
        .as(
            "a new reader of publications: if it leads to the public, through PublicGate; then here")
        .isEqualTo(
            new TreeSet<>(
                Set.of(
                    "JdbcPublications", // keeps them
                    "PublicWarnings", // through the gate
                    "Disseminating", // through the gate
                    "FreezingPublication", // writes them
                    "PreviewingPublication", // drafts, with a token
                    "CorrectingWarning", // with a token, of the office alone
                    "WarningDocumentController", // with a token
                    "DisseminationController"))); // with a token
  }

  private static boolean answersWithoutToken(JavaClass controller) {
    return Stream.concat(
            paths(controller), controller.getMethods().stream().flatMap(PublicGateTest::paths))
        .anyMatch(path -> path.startsWith("/public"));
  }

  private static Stream<String> paths(HasAnnotations<?> annotated) {
    return annotated.getAnnotations().stream()
        .filter(mark -> mark.getRawType().getSimpleName().endsWith("Mapping"))
        .flatMap(PublicGateTest::values);
  }

  private static Stream<String> values(JavaAnnotation<?> mark) {
    return Stream.of("value", "path")
        .flatMap(
            name ->
                mark.get(name).stream()
                    .flatMap(
                        value ->
                            value instanceof Object[] many
                                ? Arrays.stream(many)
                                : Stream.of(value)))
        .map(String::valueOf);
  }

  /** The controller, and all that stands in web packages behind it. */
  private static Set<JavaClass> adaptersBehind(JavaClass controller) {
    var found = new java.util.HashSet<>(Set.of(controller));
    var left = new ArrayDeque<>(found);
    while (!left.isEmpty()) {
      for (var dependency : left.remove().getDirectDependenciesFromSelf()) {
        var target = dependency.getTargetClass();
        if (target.getPackageName().matches("lantian\\.warning\\..*\\bweb") && found.add(target)) {
          left.add(target);
        }
      }
    }
    return found;
  }

  /** An interface that some class of a persistence package implements. */
  private static boolean isRepository(JavaClass target) {
    return target.isInterface()
        && target.getAllSubclasses().stream()
            .anyMatch(implementation -> implementation.getPackageName().endsWith(".persistence"));
  }

  private static Publication publication(Mode mode, String cap, Texts texts) {
    var told =
        Messages.announcement(
            Messages.changji(),
            mode,
            ChangeKind.RAISE,
            WarningLevel.NONE,
            WarningLevel.ORANGE,
            Response.COLOURED);
    return new Publication(
        UUID.randomUUID(),
        1,
        mode,
        told.place().code(),
        ChangeKind.RAISE,
        WarningLevel.NONE,
        WarningLevel.ORANGE,
        Messages.AT,
        new Reference(
            Messages.message(told).sender(), Messages.AT, "identifier", "national-identifier"),
        texts,
        cap,
        "",
        null);
  }
}
