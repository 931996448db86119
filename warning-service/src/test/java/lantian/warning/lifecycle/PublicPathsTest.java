package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.kit.security.EndpointRoles;
import lantian.kit.security.Role;
import lantian.warning.publication.signature.Signing;
import lantian.warning.publication.xml.Xml;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;

/** What everybody may see without a token, and what never gets there. */
class PublicPathsTest extends Lifecycle {
  @Autowired EndpointRoles table;
  @Autowired MeterRegistry metrics;
  @Autowired Signing signing;

  @Test
  void theSixItemsAreToldInBothLanguages() {
    monitoring()
        .post(
            "/api/v1/observations",
            measured(CHANGJI, thisHour().minus(Duration.ofHours(2)), 3, 220));
    anOrangeWarning(CHANGJI);
    var told = rest.get("/public/warnings").json().at("/warnings/0/told");
    for (var item : List.of("monitoring", "level", "duration", "severity", "harm", "measures")) {
      assertThat(text(told, "/items/" + item + "/zh")).as(item).isNotBlank();
      assertThat(text(told, "/items/" + item + "/en")).as(item).isNotBlank();
    }
    assertThat(text(told, "/items/monitoring/zh"))
        .contains("昌吉州空气质量指数（AQI）为270，重度污染，首要污染物为细颗粒物（PM2.5）");
    assertThat(text(told, "/items/severity/zh")).contains("270", "重度污染");
    assertThat(text(told, "/items/harm/zh")).contains("症状显著加剧", "停止户外运动");
    assertThat(text(told, "/items/measures/zh")).contains("Ⅱ级应急响应");
    for (var whom : List.of("schools", "hospitals", "drivers", "sensitive")) {
      assertThat(text(told, "/advice/" + whom + "/zh")).as(whom).isNotBlank();
    }
    assertThat(text(told, "/mediaScript/zh")).startsWith("各位听众、观众：昌吉州于");
    assertThat(text(told, "/mediaScript/en")).startsWith("To all listeners and viewers: On ");
  }

  @Test
  void theMonitoringIsOfNowAndTheTextsAreOfThePublication() {
    anOrangeWarning(CHANGJI);
    var before = rest.get("/public/warnings");
    assertThat(before.json().at("/warnings/0/monitoring").isNull()).isTrue();
    pass(Duration.ofHours(5));
    monitoring().post("/api/v1/observations", measured(CHANGJI, thisHour(), 1, 130));
    var after = rest.get("/public/warnings");
    assertThat(after.json().at("/warnings/0/monitoring/aqi").intValue()).isEqualTo(172);
    assertThat(text(after.json(), "/warnings/0/monitoring/category"))
        .isEqualTo("MODERATE_POLLUTION");
    assertThat(after.json().at("/warnings/0/told")).isEqualTo(before.json().at("/warnings/0/told"));
    assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
  }

  @Test
  void whoHasItAlreadyIsToldSo() {
    var id = anOrangeWarning(CHANGJI);
    for (var path : openPaths(id)) {
      var first = rest.get(path);
      assertThat(first.status()).as(path).isEqualTo(200);
      assertThat(first.header("Cache-Control")).as(path).contains("max-age=30", "public");
      var again = rest.with("If-None-Match", first.header("ETag")).get(path);
      assertThat(again.status()).as(path).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }
  }

  @Test
  void theFeedIsAtomAndLeadsToTheCapDocument() throws Exception {
    var id = anOrangeWarning(CHANGJI);
    pass(Duration.ofHours(24));
    anOrangeWarning(DENGKOU);
    var answer = rest.get("/public/feed.atom");
    assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
    var feed = Xml.read(answer.body()).getDocumentElement();
    assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
    assertThat(names(feed))
        .containsExactly("id", "title", "updated", "link", "author", "entry", "entry");
    assertThat(text(feed, "updated")).isEqualTo(time(now()));
    var newest = (Element) feed.getElementsByTagNameNS("*", "entry").item(0);
    var oldest = (Element) feed.getElementsByTagNameNS("*", "entry").item(1);
    assertThat(text(newest, "title")).isEqualTo("磴口县发布重污染天气橙色预警");
    assertThat(names(oldest))
        .containsSubsequence("id", "title", "updated", "published", "author", "link", "summary");
    assertThat(text(oldest, "id")).isEqualTo("urn:uuid:" + id);
    var link = (Element) oldest.getElementsByTagNameNS("*", "link").item(0);
    assertThat(link.getAttribute("type")).isEqualTo("application/cap+xml");
    assertThat(link.getAttribute("href")).endsWith("/public/warnings/" + id + "/cap?revision=1");
    var path = link.getAttribute("href").replaceFirst("^https?://[^/]+", "");
    assertThat(signing.verifying().verify(rest.get(path).body())).isNotNull();
  }

  @Test
  void anEndIsStillTold() {
    var id = anOrangeWarning(CHANGJI);
    pass(Duration.ofHours(24));
    done(office("wang"), done(office("zhang"), forecast(CHANGJI, CLEAN), "submit"), "approve");
    assertThat(rest.get("/public/warnings").json().at("/warnings").size()).isZero();
    var last = rest.get("/public/warnings/" + id).json();
    assertThat(text(last, "/kind")).isEqualTo("LIFT");
    assertThat(text(last, "/told/headline/zh")).isEqualTo("昌吉州解除重污染天气橙色预警");
    assertThat(rest.get("/public/feed.atom").body()).contains("昌吉州解除重污染天气橙色预警");
    assertThat(rest.get("/public/warnings/" + id + "/cap?revision=1").status()).isEqualTo(200);
  }

  @Test
  void noPersonIsNamedAnywhere() {
    var id = anOrangeWarning(CHANGJI);
    rest.as(Role.PUBLICITY, "chen").post("/api/v1/warnings/" + id + "/republish", null);
    for (var path : openPaths(id)) {
      assertThat(rest.get(path).body()).as(path).doesNotContain("zhang", "\"li\"", "chen");
    }
  }

  @Test
  void aDrillIsOnNoPublicPath() {
    var before = stopped("DRILL");
    var drill = aDrill(CHANGJI);
    var id = anOrangeWarningIn(drill, CHANGJI);
    assertThat(office("zhang").get(drill + "/warnings/" + id + "/cap").body())
        .contains("<status>Exercise</status>", "【演练】");
    assertThat(
            office("zhang")
                .get(drill + "/warnings/" + id + "/disseminations")
                .json()
                .at("/items")
                .valueStream()
                .map(row -> text(row, "/outcome")))
        .containsOnly("WITHHELD");
    for (var path : openPaths(id)) {
      var answer = rest.get(path);
      assertThat(answer.status()).as(path).isEqualTo(path.contains(id) ? 404 : 200);
      assertThat(answer.body())
          .as(path)
          .doesNotContain("演练", "DRILL", "Exercise")
          .doesNotContain(path.contains(id) ? "\"told\"" : id);
    }
    assertThat(stopped("DRILL")).isGreaterThanOrEqualTo(before + 4);
    var levels = rest.get("/public/warnings").json().at("/jurisdictions");
    assertThat(levels.valueStream().map(place -> text(place, "/level"))).containsOnly("NONE");
  }

  /** Were a row of a drill ever to call itself live, it still would not pass. */
  @Test
  void aDrillThatCallsItselfLiveDoesNotPassEither() {
    var id = anOrangeWarning(CHANGJI);
    var before = stopped("LIVE");
    sql.sql("alter table publication disable trigger only_added_to").update();
    try {
      sql.sql("update publication set texts = replace(texts, '昌吉州发布', '【演练】昌吉州发布')").update();
    } finally {
      sql.sql("alter table publication enable trigger only_added_to").update();
    }
    for (var path : openPaths(id)) {
      assertThat(rest.get(path).body()).as(path).doesNotContain("演练");
      assertThat(rest.get(path).status()).isEqualTo(path.contains(id) ? 404 : 200);
    }
    assertThat(rest.get("/public/warnings").json().at("/warnings").size()).isZero();
    assertThat(stopped("LIVE")).isGreaterThan(before);
    // Told again, it still goes nowhere, and the log says so.
    office("zhang").post("/api/v1/warnings/" + id + "/republish", null);
    assertThat(
            office("zhang").get("/api/v1/warnings/" + id + "/disseminations").json().at("/items"))
        .filteredOn(row -> row.at("/number").intValue() == 2)
        .isNotEmpty()
        .allMatch(row -> text(row, "/outcome").equals("WITHHELD"));
  }

  @Test
  void theDatabaseLetsNoDrillBeWrittenDownAsPublic() {
    var id = UUID.fromString(anOrangeWarningIn(aDrill(CHANGJI), CHANGJI));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                sql.sql(
                        """
                        insert into dissemination (warning_id, revision, number, channel, mode, outcome,
                          content_sha256, at, person)
                        select warning_id, revision, 2, channel, mode, 'PUBLISHED', content_sha256, at, 'eve'
                        from dissemination where warning_id = ?
                        """)
                    .param(id)
                    .update())
        .hasMessageContaining("no_drill_in_public");
  }

  /** Every address that is open without a token, for this warning. */
  private List<String> openPaths(String id) {
    var paths = new ArrayList<String>();
    for (var entry : table.entries()) {
      if (entry.isOpen()) {
        paths.add(entry.path().replace("{id}", id));
      }
    }
    assertThat(paths).hasSizeGreaterThanOrEqualTo(5);
    return paths;
  }

  /** How many publications of this mode the gate has kept back. */
  private double stopped(String mode) {
    return metrics.get("drill.gate.blocked").tag("mode", mode).counter().count();
  }

  private static List<String> names(Element element) {
    var names = new ArrayList<String>();
    for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element each) {
        names.add(each.getLocalName());
      }
    }
    return names;
  }

  private static String text(Element element, String name) {
    return element.getElementsByTagNameNS("*", name).item(0).getTextContent();
  }
}
