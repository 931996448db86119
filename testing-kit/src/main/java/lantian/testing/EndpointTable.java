package lantian.testing;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lantian.kit.security.EndpointRoles;
import lantian.kit.security.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call what in a running service, for people to read: its controllers' mappings beside its
 * {@link EndpointRoles}. {@code EndpointTable.of(context).mustBe("tasking-service")} holds {@code
 * docs/endpoints/tasking-service.md} to it; with {@code -Dlantian.docs=write} it writes the file.
 */
public final class EndpointTable {
  private static final Path FOLDER = Path.of("docs", "endpoints");
  private static final PathPatternParser PATTERNS = new PathPatternParser();

  private final List<Line> lines;
  private final List<String> objections;

  private record Line(String method, String path, Optional<EndpointRoles.Entry> entry) {
    String markdown() {
      return "| %s | `%s` | %s | %s |"
          .formatted(
              method,
              path,
              entry.map(EndpointRoles.Entry::roles).map(Line::words).orElse("nobody"),
              entry.filter(EndpointRoles.Entry::takesKey).map(Line::honoured).orElse(""));
    }

    private static String honoured(EndpointRoles.Entry entry) {
      return entry.shownOnce().isEmpty()
          ? "honoured"
          : "honoured; a repeat lacks "
              + entry.shownOnce().stream().sorted().map("`%s`"::formatted).collect(joining(", "));
    }

    private static String words(Set<Role> roles) {
      if (roles.isEmpty()) {
        return "open, without a token";
      }
      if (roles.equals(EnumSet.allOf(Role.class))) {
        return "any role";
      }
      return roles.stream().sorted().map(Role::claim).collect(joining(", "));
    }
  }

  private EndpointTable(List<Line> lines, List<String> objections) {
    this.lines = lines;
    this.objections = objections;
  }

  /** Reads the service's own endpoints; the ones that the kit gives to all are left out. */
  public static EndpointTable of(ApplicationContext service) {
    var entries = service.getBean(EndpointRoles.class).entries();
    var unused = new ArrayList<>(entries);
    var lines = new ArrayList<Line>();
    var objections = new ArrayList<String>();
    service
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              if (!isOfTheService(handler)) {
                return;
              }
              for (var method : mapping.getMethodsCondition().getMethods()) {
                for (var path : mapping.getPatternValues()) {
                  var entry =
                      entries.stream().filter(e -> matches(e, method.name(), path)).findFirst();
                  unused.removeIf(e -> matches(e, method.name(), path));
                  if (entry.isEmpty()) {
                    objections.add(
                        "%s %s is mapped but not in the table of roles".formatted(method, path));
                  }
                  lines.add(new Line(method.name(), path, entry));
                }
              }
            });
    unused.forEach(
        entry ->
            objections.add(
                "%s %s is in the table of roles but not mapped"
                    .formatted(entry.method(), entry.path())));
    lines.sort(Comparator.comparing(Line::path).thenComparing(Line::method));
    // One address that takes its body in several forms is one line.
    return new EndpointTable(lines.stream().distinct().toList(), List.copyOf(objections));
  }

  /** Endpoints without roles, and roles without an endpoint. */
  public List<String> objections() {
    return objections;
  }

  /** The table as it stands in the documents. */
  public String markdown(String service) {
    return """
        # %s: endpoints and roles

        Written from the running service and held to it by a test. What is not listed is denied. What every
        service has beside this, and what a role is, stands in [security.md](../security.md).

        An `Idempotency-Key` is honoured where the last column says so, and ignored elsewhere.

        | method | path | roles | key |
        |---|---|---|---|
        %s
        """
        .formatted(service, lines.stream().map(Line::markdown).collect(joining("\n")));
  }

  /** Holds the document to the service; fails with what differs. */
  public void mustBe(String service) {
    if (!objections.isEmpty()) {
      throw new AssertionError(String.join("\n", objections));
    }
    var file = home().resolve(FOLDER).resolve(service + ".md");
    try {
      if ("write".equals(System.getProperty("lantian.docs"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, markdown(service));
      }
      var written = Files.exists(file) ? Files.readString(file) : "";
      if (!written.equals(markdown(service))) {
        throw new AssertionError(
            "%s is not what the service has; run this test with -Dlantian.docs=write%n%s"
                .formatted(file, markdown(service)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOfTheService(HandlerMethod handler) {
    var name = handler.getBeanType().getName();
    return name.startsWith("lantian.")
        && !name.startsWith("lantian.kit.web.")
        && !name.startsWith("lantian.kit.time.")
        && !name.startsWith("lantian.kit.settling.")
        && !name.startsWith("lantian.kit.parking.")
        && !name.startsWith("lantian.kit.crash.");
  }

  private static boolean matches(EndpointRoles.Entry entry, String method, String path) {
    var example = path.replaceAll("\\{[^}]+}", "x");
    return entry.method().name().equals(method)
        && PATTERNS.parse(entry.path()).matches(PathContainer.parsePath(example));
  }

  private static Path home() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("lantian")) && Files.isDirectory(folder.resolve("docs"))) {
        return folder;
      }
    }
    throw new IllegalStateException("not within the source tree");
  }
}
