package lantian.warning.jurisdiction.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lantian.warning.jurisdiction.Jurisdiction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places of the installation's own beside those that come with the service. */
class JurisdictionFileTest {
  @TempDir Path folder;

  @Test
  void itsPlacesAreKnownBesideThePackagedOnes() throws IOException {
    var places = new JurisdictionFile(file(place("900001", ""), place("900002", "652300")));
    assertThat(places.find("900001")).isPresent();
    assertThat(places.find("652300")).isPresent();
    assertThat(places.find("900003")).isEmpty();
    assertThat(places.known().getLast().code()).isEqualTo("900002");
    assertThat(places.below(places.find("652300").orElseThrow()))
        .extracting(Jurisdiction::code)
        .contains("652301", "900002")
        .doesNotContain("900001");
  }

  @Test
  void aPlaceStandsOnceAndAfterTheOneItLiesWithin() throws IOException {
    var packaged = file(place("652300", ""));
    assertThatThrownBy(() -> new JurisdictionFile(packaged))
        .hasMessageContaining("652300 stands twice");
    var nowhere = file(place("900001", "900002"), place("900002", ""));
    assertThatThrownBy(() -> new JurisdictionFile(nowhere))
        .hasMessageContaining("900001 lies within 900002, not above it");
    var misspelt = file(place("900001", "").replace("policies", "rules"));
    assertThatThrownBy(() -> new JurisdictionFile(misspelt))
        .hasMessageContaining("data file " + misspelt);
  }

  private String file(String... places) throws IOException {
    var file = folder.resolve("places.yaml");
    Files.writeString(file, "jurisdictions:\n" + String.join("", places));
    return file.toString();
  }

  private static String place(String code, String within) {
    return """
          - {code: "%s", name: 某地, nameEn: Somewhere, authorityCode: "%s", authorityName: 某地,
             authorityNameEn: Somewhere, policies: [national-2024]%s, warned: true, planned: false}
        """
        .formatted(code, code, within.isEmpty() ? "" : ", within: \"%s\"".formatted(within));
  }
}
