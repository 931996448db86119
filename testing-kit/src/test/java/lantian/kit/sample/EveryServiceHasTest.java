package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lantian.kit.security.EndpointRoles;
import lantian.kit.security.ResourceServerConfiguration;
import lantian.kit.security.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@OnSampleService
class EveryServiceHasTest {
  private static final Pattern ROW =
      Pattern.compile("\\| ([A-Z, ]+) \\| (`/[^|]*`) \\| (open|operator)[^|]*\\|");

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void whatEveryServiceHasStandsInTheDocumentsWithItsRoles() throws IOException {
    var inCode =
        ResourceServerConfiguration.entries(EndpointRoles.table()).stream()
            .map(e -> e.method() + " " + e.path() + " " + words(e.roles()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(inDocuments()).isEqualTo(inCode);
  }

  @Test
  void whatTheKitMapsIsInTheTableOfRoles() {
    var listed =
        ResourceServerConfiguration.entries(EndpointRoles.table()).stream()
            .map(e -> e.method() + " " + e.path())
            .collect(Collectors.toSet());
    var mapped =
        requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
            .filter(e -> isOfTheKit(e.getValue().getBeanType().getName()))
            .flatMap(
                e ->
                    e.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(m -> e.getKey().getPatternValues().stream().map(p -> m + " " + p)))
            .toList();
    assertThat(mapped).contains("POST /api/v1/parked-records/{id}/replay");
    assertThat(listed).containsAll(mapped);
  }

  private static boolean isOfTheKit(String controller) {
    return controller.startsWith("lantian.kit.") && !controller.startsWith("lantian.kit.sample.");
  }

  private static Set<String> inDocuments() throws IOException {
    var rows = new TreeSet<String>();
    for (var line : Files.readAllLines(securityDocument())) {
      var row = ROW.matcher(line);
      if (row.find()) {
        for (var method : row.group(1).split(", ")) {
          for (var path : row.group(2).split(", ")) {
            rows.add(method + " " + path.replace("`", "") + " " + row.group(3));
          }
        }
      }
    }
    return rows;
  }

  private static String words(Set<Role> roles) {
    return roles.isEmpty()
        ? "open"
        : roles.stream().map(Role::claim).sorted().collect(Collectors.joining(", "));
  }

  private static Path securityDocument() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var document = folder.resolve(Path.of("docs", "security.md"));
      if (Files.exists(document)) {
        return document;
      }
    }
    throw new IllegalStateException("not within the source tree");
  }
}
