package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lantian.kit.security.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Places around Urumqi, and the cities of western Inner Mongolia, are polluted at the same time.
 */
class RegionalLinkageTest extends Lifecycle {
  private static final String CHANGJI_CITY = "652301";
  private static final String HUTUBI = "652323";
  private static final String MANAS = "652324";
  private static final String MORI = "652328";
  private static final String SHIHEZI = "659001";

  @Test
  void threePlacesSideBySideOfTwoPrefecturesAreFoundWithTheirEvidence() {
    polluted(HUTUBI, RED);
    polluted(MANAS, ORANGE);
    assertThat(findings(0)).as("two are not enough").isEmpty();
    polluted(SHIHEZI, ORANGE);

    var findings = findings(0);
    assertThat(findings).hasSize(1);
    JsonNode finding = findings.getFirst();
    assertThat(text(finding, "/level")).as("which all of them reach").isEqualTo("ORANGE");
    assertThat(codes(finding)).containsExactly(HUTUBI, MANAS, SHIHEZI);
    assertThat(text(finding, "/places/0/judged")).isEqualTo("RED");
    assertThat(finding.at("/places/0/peakAqi").intValue()).isGreaterThan(300);
    assertThat(text(finding, "/places/0/forecastId")).isNotNull();
    assertThat(finding.at("/toRaise").valueStream().map(JsonNode::stringValue))
        .as("Shihezi is another platform's")
        .containsExactly(HUTUBI, MANAS);
    assertThat(text(finding, "/text/zh")).contains("3", "呼图壁县", "橙色预警", "建议");
    assertThat(text(finding, "/text/en")).contains("Hutubi", "orange warning");
  }

  @Test
  void threeOfOnePrefectureAreItsOwnAffair() {
    polluted(CHANGJI_CITY, ORANGE);
    polluted(HUTUBI, ORANGE);
    polluted(MANAS, ORANGE);
    assertThat(findings(0)).isEmpty();
  }

  @Test
  void threeThatDoNotLieSideBySideAreNoRegion() {
    polluted(MANAS, ORANGE);
    polluted(SHIHEZI, ORANGE);
    polluted(MORI, ORANGE);
    assertThat(findings(0)).isEmpty();
  }

  @Test
  void whoIsWarnedAtThatLevelHasNothingToRaise() {
    anOrangeWarning(CHANGJI);
    polluted(HUTUBI, ORANGE);
    polluted(MANAS, ORANGE);
    polluted(SHIHEZI, ORANGE);
    JsonNode finding = findings(0).getFirst();
    assertThat(finding.at("/toRaise")).isEmpty();
    assertThat(text(finding, "/places/0/inForce")).as("by its prefecture").isEqualTo("ORANGE");
  }

  @Test
  void threeCitiesOfInnerMongoliaAreFoundAndAHigherLevelOfFewerOnesIsNot() {
    polluted("150200", RED);
    polluted("150600", ORANGE);
    polluted(BAYANNUR, YELLOW);
    polluted("150300", ORANGE);
    var findings = findings(1);
    assertThat(findings.stream().map(each -> text(each, "/level")))
        .containsExactly("ORANGE", "YELLOW");
    assertThat(codes(findings.get(0))).containsExactly("150200", "150300", "150600");
    assertThat(codes(findings.get(1))).containsExactly("150200", "150300", "150600", BAYANNUR);
    assertThat(findings.get(1).at("/toRaise")).hasSize(1);
    assertThat(rest.as(Role.LIAISON).get("/api/v1/linkage").status()).isEqualTo(403);
  }

  private void polluted(String place, int... stretches) {
    var answer = monitoring().post("/api/v1/forecasts", aRun(place, stretches));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  private List<JsonNode> findings(int region) {
    return office("reader")
        .get("/api/v1/linkage")
        .json()
        .at("/regions/" + region + "/findings")
        .valueStream()
        .toList();
  }

  private static List<String> codes(JsonNode finding) {
    return finding.at("/places").valueStream().map(place -> text(place, "/jurisdiction")).toList();
  }
}
