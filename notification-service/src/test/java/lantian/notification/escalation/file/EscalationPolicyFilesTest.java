package lantian.notification.escalation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import lantian.events.DeliveryPurpose;
import lantian.events.WarningLevel;
import lantian.notification.escalation.EscalationPolicy.Waits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationPolicyFilesTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 9);

  @TempDir private Path folder;

  private static String yaml(String id, int version, String jurisdictions, String from) {
    var levels =
        "{RED: {deputy: 5, dutyDesk: 10}, ORANGE: {deputy: 5}, YELLOW: {}, NONE: {deputy: 5}}";
    return """
    id: %s
    version: %d
    title: {zh: 试, en: test}
    source: test
    jurisdictions: %s
    effectiveFrom: %s
    minutes:
      LEVEL_CHANGE: %s
      STAND_DOWN: %s
    """
        .formatted(id, version, jurisdictions, from, levels, levels);
  }

  private EscalationPolicyFiles with(String... yamls) throws Exception {
    for (int i = 0; i < yamls.length; i++) {
      Files.writeString(folder.resolve(i + ".yaml"), yamls[i]);
    }
    return new EscalationPolicyFiles(folder);
  }

  @Test
  void thePackagedOneHoldsForAll() {
    var policy = new EscalationPolicyFiles("").inForce("652300", DAY);

    assertThat(policy.reference()).isEqualTo("default@1");
    assertThat(policy.waits().get(DeliveryPurpose.LEVEL_CHANGE))
        .containsEntry(
            WarningLevel.RED,
            new Waits(Duration.ofMinutes(30), Duration.ofMinutes(45), Duration.ofMinutes(60)));
  }

  @Test
  void aJurisdictionsOwnHoldsFromItsDateOn() throws Exception {
    var policies =
        with(
            yaml("changji", 1, "['652300']", "2016-12-09"),
            yaml("changji", 2, "['652300']", "2017-01-01"));

    assertThat(policies.inForce("652300", DAY.minusDays(1)).reference()).isEqualTo("default@1");
    assertThat(policies.inForce("652300", DAY).reference()).isEqualTo("changji@1");
    assertThat(policies.inForce("652300", LocalDate.of(2017, 1, 1)).reference())
        .isEqualTo("changji@2");
    assertThat(policies.inForce("150822", DAY).reference()).isEqualTo("default@1");
    assertThat(policies.named("changji@1", "652300", DAY.plusYears(9)).reference())
        .isEqualTo("changji@1");
    assertThat(policies.named("gone@1", "652300", DAY).reference()).isEqualTo("changji@1");
    assertThat(policies.inForce("150822", LocalDate.of(2000, 1, 1)).reference())
        .isEqualTo("default@1");
  }

  @Test
  void theSameVersionTwiceIsRefused() {
    assertThatThrownBy(() -> with(yaml("default", 1, "[]", "2016-12-09")))
        .hasMessageContaining("two escalation policies default@1");
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> new EscalationPolicyFiles(folder.resolve("none")))
        .hasMessageContaining("none");
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({
    "id: x, 'id: \"\"', id and a version",
    "version: 1, version: 0, id and a version",
    "'deputy: 5, dutyDesk: 10', 'deputy: 5, dutyDesk: 5', longer",
    "'deputy: 5, dutyDesk: 10', 'dutyDesk: 10', left out",
    "'deputy: 5, dutyDesk: 10', 'deputy: 0', longer",
    "'RED: {deputy: 5, dutyDesk: 10}, ', '', LEVEL_CHANGE at RED",
    "source: test, 'source: test\nsource: test', source",
    "source: test, colour: red, colour",
    "'[]', '[''65'']', no jurisdiction",
    "2016-12-09, soon, soon",
    "STAND_DOWN, STAND_UP, STAND_UP"
  })
  void whatDoesNotHoldTogetherIsRefused(String was, String is, String why) {
    var broken =
        yaml("x", 1, "[]", "2016-12-09").replaceFirst(java.util.regex.Pattern.quote(was), is);

    assertThatThrownBy(
            () -> EscalationPolicyFiles.policy("x.yaml", broken.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("x.yaml")
        .hasMessageContaining(why);
  }
}
