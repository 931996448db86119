package lantian.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lantian.local.Lantian;
import lantian.local.platform.FreePorts;
import lantian.local.platform.Ports;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * December 2016 from the first observation to the reports: four real services on a real Kafka and a
 * real PostgreSQL, for both plans, as {@code lantian demo --json} plays it.
 */
class PlayingDecember2016Test {
  @TempDir static Path folder;

  private static final Ports PORTS = FreePorts.next();
  private static int exit;
  private static JsonNode outcome = JsonMapper.shared().missingNode();

  @BeforeAll
  static void play() {
    var stdout = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      exit =
          Lantian.commandLine()
              .execute(
                  "demo",
                  "--json",
                  "--port-base",
                  Integer.toString(PORTS.base()),
                  "--data",
                  folder.toString());
    } finally {
      System.setOut(stdout);
    }
    // Trailing content would make this fail: stdout holds exactly one object.
    outcome = JsonMapper.shared().readTree(printed.toString(StandardCharsets.UTF_8));
  }

  @Test
  void itEndsWellAndSaysWhatWasPlayed() {
    assertThat(exit).isZero();
    assertThat(outcome.path("episode").path("from").asString()).isEqualTo("2016-12-08");
    assertThat(outcome.path("episode").path("to").asString()).isEqualTo("2017-01-12");
    assertThat(outcome.path("policy").asString()).isEqualTo("national-2024");
    assertThat(
            outcome.path("jurisdictions").valueStream().map(place -> place.path("code").asString()))
        .containsExactly("652300", "150822");
  }

  @ParameterizedTest
  @ValueSource(strings = {"652300", "150822"})
  void theLevelChangesOnTheDaysOnWhichItShould(String code) {
    assertThat(
            place(code)
                .path("changes")
                .valueStream()
                .map(
                    change ->
                        change.path("at").asString().substring(0, 10)
                            + " "
                            + change.path("from").asString()
                            + " "
                            + change.path("to").asString()))
        .containsExactly(
            "2016-12-09 NONE ORANGE",
            "2016-12-14 ORANGE NONE",
            "2016-12-15 NONE RED",
            "2016-12-23 RED YELLOW",
            "2016-12-26 YELLOW NONE",
            "2016-12-28 NONE RED",
            "2017-01-08 RED NONE");
    assertThat(place(code).path("warnings").asInt()).isEqualTo(3);
    assertThat(place(code).path("levelChanges").asInt()).isEqualTo(7);
    assertThat(place(code).path("days")).hasSize(36);
  }

  @Test
  void everyUnitOfBothListsHasDutiesAndIsTold() throws Exception {
    assertThat(place("652300").path("units").asInt()).isEqualTo(25);
    assertThat(place("150822").path("units").asInt()).isEqualTo(24);
    for (var code : List.of("652300", "150822")) {
      // Two units of each are told by mail as well.
      int told = (place(code).path("units").asInt() + 2) * place(code).path("levelChanges").asInt();
      // Everybody has one deputy and one duty desk, who are told when nobody answers.
      int others = sum(code, "support.escalated-deputy") + sum(code, "support.escalated-duty-desk");
      assertThat(place(code).path("deliveries").path("sent").asInt()).isEqualTo(told + others);
      assertThat(place(code).path("deliveries").path("failed").asInt()).isZero();
      assertThat(place(code).path("deliveries").path("acknowledged").asInt())
          .isPositive()
          .isLessThan(told + others);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"652300", "150822"})
  void whatNobodyAnswersGoesToDeputiesAndFewerToTheDutyDesk(String code) throws Exception {
    int told = place(code).path("units").asInt() * place(code).path("levelChanges").asInt();
    int deputies = sum(code, "support.escalated-deputy");

    assertThat(deputies).isBetween(told / 10, told / 2);
    assertThat(sum(code, "support.escalated-duty-desk")).isBetween(1, deputies);
    assertThat(sum(code, "support.escalated-nobody-left")).isLessThan(deputies / 4);
    // They have nothing at hand but the link.
    assertThat(sum(code, "support.acknowledged-by-link"))
        .isBetween(1, deputies + sum(code, "support.escalated-duty-desk"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"652300", "150822"})
  void someDutiesAreLateAndMostAreDone(String code) {
    var duties = place(code).path("duties");
    assertThat(duties.path("assigned").asInt()).isBetween(250, 600);
    assertThat(duties.path("completed").asInt())
        .isBetween(duties.path("assigned").asInt() / 2, duties.path("assigned").asInt());
    assertThat(duties.path("overdue").asInt()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"652300", "150822"})
  void theReportsAreDueFiveWorkingDaysAfterTheLift(String code) {
    assertThat(
            place(code)
                .path("reports")
                .valueStream()
                .map(
                    report ->
                        report.path("liftedAt").asString().substring(0, 10)
                            + " "
                            + report.path("dueOn").asString()))
        .containsExactly("2016-12-14 2016-12-21", "2016-12-26 2017-01-03", "2017-01-08 2017-01-13");
  }

  @ParameterizedTest
  @ValueSource(strings = {"652300", "150822"})
  void theFiguresOfTheReportsAgreeWithTheRestInterfaces(String code) throws Exception {
    assertThat(sum(code, "measures.assigned"))
        .isEqualTo(place(code).path("duties").path("assigned").asInt());
    assertThat(sum(code, "measures.completed"))
        .isEqualTo(place(code).path("duties").path("completed").asInt());
    assertThat(sum(code, "measures.overdue"))
        .isEqualTo(place(code).path("duties").path("overdue").asInt());
    assertThat(sum(code, "support.sent"))
        .isEqualTo(place(code).path("deliveries").path("sent").asInt());
    assertThat(sum(code, "support.acknowledged"))
        .isEqualTo(place(code).path("deliveries").path("acknowledged").asInt());
  }

  @Test
  void theReportsAreFilesThatOpen() throws Exception {
    for (var code : List.of("652300", "150822")) {
      for (var report : place(code).path("reports")) {
        assertThat(Files.readString(Path.of(report.path("html").asString())))
            .startsWith("<!DOCTYPE html>")
            .contains("存在的问题及改进措施");
        // A Word file is a zip.
        assertThat(Files.readAllBytes(Path.of(report.path("docx").asString())))
            .startsWith('P', 'K', 3, 4);
      }
    }
  }

  @Test
  void nothingIsLeftRunning() {
    assertThatCode(PORTS::requireFree).doesNotThrowAnyException();
  }

  private static JsonNode place(String code) {
    return outcome
        .path("jurisdictions")
        .valueStream()
        .filter(place -> place.path("code").asString().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static int sum(String code, String figure) throws Exception {
    int sum = 0;
    for (var report : place(code).path("reports")) {
      var json = JsonMapper.shared().readTree(Path.of(report.path("json").asString()).toFile());
      sum +=
          json.path("sections")
              .valueStream()
              .flatMap(section -> section.path("figures").valueStream())
              .filter(item -> item.path("code").asString().equals(figure))
              .mapToInt(item -> item.path("value").asInt())
              .sum();
    }
    return sum;
  }
}
