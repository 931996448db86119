package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import lantian.kit.security.Role;
import lantian.kit.time.BusinessTimers;
import lantian.testing.Rest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/**
 * The autonomous region orders a level, as a signed CAP message: the authority of the place is
 * asked for it, and people decide. Whatever is not the region's own word is refused, and leaves
 * nothing.
 */
class OrdersOfHigherPlatformsTest extends Lifecycle {
  @Autowired BusinessTimers timers;

  @Test
  void theRegionsOrderIsProposedToTheCityAndBindsTheCountyOnceTheCityHasApproved() {
    var answer = post(AnOrder.at(now()).signed());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(text(answer.json(), "/order/standing")).isEqualTo("HOLDS");
    assertThat(text(answer.json(), "/order/places/0")).isEqualTo(BAYANNUR);
    assertThat(answer.json().at("/order/places")).as("not Dengkou by itself").hasSize(1);

    JsonNode proposal = proposal(text(answer.json(), "/proposals/0"));
    assertThat(text(proposal, "/jurisdiction")).isEqualTo(BAYANNUR);
    assertThat(text(proposal, "/kind")).isEqualTo("RAISE");
    assertThat(text(proposal, "/to")).isEqualTo("ORANGE");
    assertThat(text(proposal, "/reason"))
        .startsWith("自治区应急指挥部要求按橙色预警响应（指令编号NMG-1）")
        .contains("区域应急联动");
    assertThat(instant(proposal, "/validFrom")).isEqualTo(seconds().plus(Duration.ofHours(30)));
    assertThat(instant(proposal, "/validTo")).isEqualTo(seconds().plus(Duration.ofHours(80)));
    assertThat(level()).as("people decide").isEqualTo("NONE");

    JsonNode submitted = done(office("zhang"), proposal, "submit");
    assertThat(act(office("wang"), submitted, "approve").status()).isEqualTo(403);
    done(headquarters("li"), submitted, "approve");
    assertThat(level()).isEqualTo("ORANGE");
  }

  @Test
  void theSameOrderAgainIsAnsweredTheSameAndOtherContentIsRefused() {
    var order = AnOrder.at(now());
    String document = order.signed();
    var first = post(document);
    pass(Duration.ofMinutes(1));
    var again = post(document);
    assertThat(again.status()).isEqualTo(200);
    assertThat(text(again.json(), "/order/id")).isEqualTo(text(first.json(), "/order/id"));
    assertThat(proposals()).hasSize(1);

    var other = post(order.with("severity", "Extreme").signed());
    assertThat(other.status()).isEqualTo(409);
    assertThat(text(other.json(), "/type")).isEqualTo("/problems/conflict");
    assertThat(proposals()).hasSize(1);
    assertThat(
            operator()
                .get("/api/v1/orders/" + text(first.json(), "/order/id") + "/document")
                .body())
        .as("kept byte for byte")
        .isEqualTo(document);
  }

  @Test
  void anExerciseNeverTouchesWhatIsRealAndIsDecidedInTheDrillThatIsOpen() {
    String drill = aDrill(BAYANNUR);
    var answer = post(AnOrder.at(now()).with("status", "Exercise").signed());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    String id = text(answer.json(), "/proposals/0");
    assertThat(proposals()).as("nothing real is proposed").isEmpty();
    JsonNode proposal = office("reader").get(drill + "/proposals/" + id).json();
    assertThat(text(proposal, "/mode")).isEqualTo("DRILL");
    doneIn(
        drill, headquarters("li"), doneIn(drill, office("zhang"), proposal, "submit"), "approve");
    assertThat(level()).isEqualTo("NONE");
    assertThat(sql.sql("select mode || level from place_response").query(String.class).list())
        .as("the county practises too")
        .containsExactly("DRILLORANGE");
    assertThat(rest.get("/public/warnings").json().at("/warnings")).isEmpty();
    timers.runAll();
    assertThat(proposals()).isEmpty();
  }

  @Test
  void anExerciseWithoutADrillIsKeptAndAsksForNothing() {
    var answer = post(AnOrder.at(now()).with("status", "Exercise").signed());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().at("/proposals")).isEmpty();
    timers.runAll();
    assertThat(sql.sql("select count(*) from proposal").query(Long.class).single()).isZero();
  }

  @Test
  void anUpdateTakesThePlaceOfTheOrderBeforeAndACancellationEndsIt() {
    var alert = AnOrder.at(now());
    JsonNode first = post(alert.signed()).json();
    pass(Duration.ofMinutes(1));
    var update =
        AnOrder.at(now())
            .with("identifier", "NMG-2")
            .with("msgType", "Update")
            .with("severity", "Moderate")
            .referringTo(alert);
    JsonNode second = post(update.signed()).json();
    assertThat(standing(first)).isEqualTo("REPLACED");
    assertThat(text(proposal(text(second, "/proposals/0")), "/to")).isEqualTo("YELLOW");
    assertThat(text(proposal(text(first, "/proposals/0")), "/state")).isEqualTo("SUPERSEDED");

    JsonNode submitted = done(office("zhang"), proposal(text(second, "/proposals/0")), "submit");
    done(office("wang"), submitted, "approve");
    pass(Duration.ofMinutes(1));
    var cancel =
        AnOrder.at(now()).with("identifier", "NMG-3").with("msgType", "Cancel").referringTo(update);
    JsonNode third = post(cancel.signed()).json();
    assertThat(text(third, "/order/standing")).isEqualTo("ENDS");
    assertThat(text(proposal(text(third, "/proposals/0")), "/kind")).isEqualTo("LIFT");
  }

  @Test
  void anUpdateThatComesBeforeItsAlertHoldsAndTheAlertChangesNothingMore() {
    var alert = AnOrder.at(now());
    var update =
        AnOrder.at(now())
            .with("identifier", "NMG-2")
            .with("msgType", "Update")
            .with("severity", "Extreme")
            .referringTo(alert);
    JsonNode first = post(update.signed()).json();
    assertThat(text(first, "/order/unseen/0")).isEqualTo("NMG-1");
    assertThat(text(proposal(text(first, "/proposals/0")), "/to")).isEqualTo("RED");
    JsonNode late = post(alert.signed()).json();
    assertThat(text(late, "/order/standing")).isEqualTo("REPLACED");
    assertThat(late.at("/proposals")).isEmpty();
    assertThat(proposals()).hasSize(1);
  }

  @Test
  void whileAnOrderHoldsNothingBelowItIsProposed() {
    var alert = AnOrder.at(now()).with("geocode", CHANGJI);
    JsonNode raised = proposal(text(post(alert.signed()).json(), "/proposals/0"));
    done(headquarters("li"), done(office("zhang"), raised, "submit"), "approve");
    pass(Duration.ofMinutes(1));
    assertThat(forecast(CHANGJI, CLEAN).isNull()).isTrue();
    pass(Duration.ofMinutes(1));
    assertThat(text(forecast(CHANGJI, RED), "/kind")).as("more may be").isEqualTo("UPGRADE");

    pass(Duration.ofMinutes(1));
    forecast(CHANGJI, CLEAN);
    var cancel =
        AnOrder.at(now())
            .with("identifier", "NMG-2")
            .with("msgType", "Cancel")
            .with("geocode", CHANGJI)
            .referringTo(alert);
    JsonNode after = post(cancel.signed()).json();
    assertThat(text(proposal(text(after, "/proposals/0")), "/kind")).isEqualTo("LIFT");
  }

  @Test
  void anOrderThatCameWhileAnotherProposalWasBeingDecidedIsProposedAfterIt() {
    JsonNode yellow = done(office("zhang"), forecast(BAYANNUR, YELLOW), "submit");
    var answer = post(AnOrder.at(now()).signed());
    assertThat(text(answer.json(), "/proposals/0")).isEqualTo(text(yellow, "/id"));
    done(office("wang"), yellow, "approve");
    pass(Duration.ofMinutes(1));
    timers.runAll();
    assertThat(proposals().stream().map(each -> text(each, "/kind") + text(each, "/to")))
        .containsExactlyInAnyOrder("RAISEYELLOW", "UPGRADEORANGE");
  }

  /** What this platform publishes is an order to another one like it. */
  @Test
  void ourOwnMessageIsAnOrderToAnotherPlatform() {
    String city = anOrangeWarning(BAYANNUR);
    JsonNode warning = office("zhang").get("/api/v1/warnings/" + city).json();
    String cap = rest.get("/public/warnings/" + city + "/cap").body();
    nothingIsStored();

    var answer = post(cap);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(text(answer.json(), "/order/cause")).isEqualTo("PARTICULATE");
    JsonNode proposal = proposal(text(answer.json(), "/proposals/0"));
    assertThat(text(proposal, "/jurisdiction")).isEqualTo(BAYANNUR);
    assertThat(text(proposal, "/to")).isEqualTo("ORANGE");
    assertThat(text(proposal, "/validTo")).isEqualTo(text(warning, "/validTo"));
  }

  @Test
  void aDocumentTypeIsNotRead() {
    String signed = AnOrder.at(now()).signed();
    String file = "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    String laughs =
        "<!DOCTYPE alert [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    for (String declared :
        List.of(
            signed.replaceFirst("<alert", file + "<alert").replace("联动", "&x;"),
            signed.replaceFirst("<alert", laughs + "<alert").replace("联动", "&c;"),
            signed.replaceFirst(
                "<alert", "<!DOCTYPE alert SYSTEM \"http://127.0.0.1/x\"><alert"))) {
      var answer = post(declared);
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("DOCTYPE").doesNotContain("root:");
    }
    assertThat(kept()).isZero();
  }

  @Test
  void whatIsTooLargeTooDeepOrNoXmlIsNotRead() {
    String deep = "<a>".repeat(40) + "</a>".repeat(40);
    assertThat(post(deep).status()).isEqualTo(400);
    assertThat(post("<alert").status()).isEqualTo(400);
    assertThat(post("{}").status()).isEqualTo(400);
    assertThat(post("<alert>" + "x".repeat(1024 * 1024) + "</alert>").status()).isEqualTo(413);
    assertThat(post("<alert>" + "x".repeat(256 * 1024) + "</alert>").status()).isEqualTo(413);
    assertThat(
            operator()
                .with("Content-Type", "application/json")
                .post("/api/v1/orders", "{}")
                .status())
        .isEqualTo(415);
    assertThat(kept()).isZero();
  }

  @Test
  void onlyTheSendersSignatureOfTheWholeMessageCounts() {
    var order = AnOrder.at(now());
    String signed = order.signed();
    String signature =
        signed.substring(signed.indexOf("<Signature"), signed.lastIndexOf("</alert>"));
    String body = signed.substring(signed.indexOf("<alert")).replace(signature, "");
    for (String refused :
        List.of(
            order.unsigned(),
            AnOrder.at(now()).signedByAStranger().signed(),
            signed.replace("Severe", "Extreme"),
            signed.replace("150800", "150822"),
            // Wrapped: what is signed lies within, what would be read is another's.
            signed
                .replace("Severe", "Extreme")
                .replace("URI=\"\"", "URI=\"#inner\"")
                .replace(
                    "</Signature>",
                    "<Object>"
                        + body.replace("<alert", "<alert Id=\"inner\"")
                        + "</Object></Signature>"),
            signed.replace("</info>", "</info><note>" + body + "</note>"),
            signed.replace("</alert>", signature + "</alert>"))) {
      var answer = post(refused);
      assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    }
    assertThat(post(AnOrder.at(now()).with("sender", "somebody@else.example").signed()).status())
        .isEqualTo(403);
    assertThat(kept()).isZero();
    assertThat(proposals()).isEmpty();
  }

  @Test
  void whatAnOrderDoesNotKeepIsSaidAndNothingIsStored() {
    assertFault(AnOrder.at(now()).with("expires", AnOrder.time(now())), "order-expired");
    assertFault(
        AnOrder.at(now()).with("sent", AnOrder.time(now().plus(Duration.ofMinutes(6)))),
        "order-future");
    assertFault(AnOrder.at(now()).with("geocode", "150999"), "order-unknown-area");
    assertFault(AnOrder.at(now()).with("geocode", "110000"), "order-not-their-area");
    assertFault(AnOrder.at(now()).with("code", "11B03"), "order-other-event");
    assertFault(AnOrder.at(now()).with("status", "Test"), "cap-schema");
    assertFault(AnOrder.at(now()).with("severity", "Minor"), "order-no-level");
    assertFault(AnOrder.at(now()).with("msgType", "Update"), "order-references");
    assertFault(AnOrder.at(now()).with("onset", "2025-12-07T00:00:00Z"), "cap-schema");
    assertFault(AnOrder.at(now()).with("severity", "Horrible"), "cap-schema");
    var others = AnOrder.at(now()).with("sender", "150800@lantian.example");
    assertFault(
        AnOrder.at(now()).with("identifier", "NMG-9").with("msgType", "Cancel").referringTo(others),
        "order-of-another");
    assertThat(kept()).isZero();
  }

  @Test
  void fiveMinutesAheadIsAClockThatIsNotOurs() {
    var ahead = AnOrder.at(now()).with("sent", AnOrder.time(now().plus(Duration.ofMinutes(5))));
    assertThat(post(ahead.signed()).status()).isEqualTo(201);
  }

  @Test
  void onlyWhoActsForThePlaceBringsAnOrderIn() {
    String document = AnOrder.at(now()).signed();
    assertThat(as(monitoring()).post("/api/v1/orders", document).status()).isEqualTo(403);
    assertThat(as(rest.as(Role.OPERATOR, "x", CHANGJI)).post("/api/v1/orders", document).status())
        .isEqualTo(403);
    assertThat(as(rest.withToken(null)).post("/api/v1/orders", document).status()).isEqualTo(401);
    assertThat(kept()).isZero();
    assertThat(
            as(rest.as(Role.OFFICE, "zhang", BAYANNUR)).post("/api/v1/orders", document).status())
        .isEqualTo(201);
  }

  @Test
  void anOrderThatWasTakenIsNeverChanged() {
    post(AnOrder.at(now()).signed());
    assertThatThrownBy(() -> sql.sql("update received_order set level = 'RED'").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("only added to");
  }

  private void assertFault(AnOrder order, String code) {
    var answer = post(order.signed());
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.json().at("/errors").valueStream().map(each -> text(each, "/code")))
        .as(answer.body())
        .contains(code);
  }

  private Rest operator() {
    return rest.as(Role.OPERATOR);
  }

  private static Rest as(Rest user) {
    return user.with("Content-Type", "application/cap+xml");
  }

  private Rest.Answer post(String document) {
    return as(operator()).post("/api/v1/orders", document);
  }

  private JsonNode proposal(String id) {
    return office("reader").get("/api/v1/proposals/" + id).json();
  }

  private List<JsonNode> proposals() {
    return office("reader").get("/api/v1/proposals").json().at("/items").valueStream().toList();
  }

  private String standing(JsonNode taken) {
    return text(operator().get("/api/v1/orders/" + text(taken, "/order/id")).json(), "/standing");
  }

  private String level() {
    return text(
        office("reader").get("/api/v1/responses?jurisdiction=" + DENGKOU).json(), "/items/0/level");
  }

  private Instant seconds() {
    return now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
  }

  private static Instant instant(JsonNode node, String pointer) {
    return OffsetDateTime.parse(text(node, pointer)).toInstant();
  }

  private long kept() {
    return sql.sql("select count(*) from received_order").query(Long.class).single();
  }
}
