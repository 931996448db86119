package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import lantian.kit.time.BusinessTimers;
import lantian.testing.Figures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/**
 * An orange warning whose validity ends: the office is asked to extend, change or lift it, and
 * where the forecast holds the level beyond, an extension is proposed.
 */
@Import(Figures.class)
class ExtendingWarningTest extends Lifecycle {
  private static final Duration PROMPT = Duration.ofHours(12);

  @Autowired Figures figures;
  @Autowired BusinessTimers timers;

  @Test
  void theOfficeIsAskedTwelveHoursBeforeTheValidityEnds() {
    var warning = anOrangeWarning(CHANGJI);
    var endsAt = validToOf(warning);
    clock.stopAt(endsAt.minus(PROMPT).minusMillis(1));
    assertThat(read(warning).at("/prompt").isNull()).isTrue();
    assertThat(unanswered()).isZero();

    pass(Duration.ofMillis(1));
    var prompt = read(warning).at("/prompt");
    assertThat(text(prompt, "/since")).isEqualTo(time(now()));
    assertThat(text(prompt, "/endsAt")).isEqualTo(time(endsAt));
    assertThat(prompt.at("/ended").booleanValue()).isFalse();
    assertThat(text(prompt, "/text")).contains("有效期将于", "延长、调整还是解除");
    assertThat(text(office("zhang").inEnglish().get(path(warning)).json(), "/prompt/text"))
        .endsWith("extend, change or lift it?");

    clock.stopAt(endsAt);
    assertThat(read(warning).at("/prompt/ended").booleanValue()).isTrue();
    assertThat(text(read(warning), "/state")).isEqualTo("IN_FORCE");
    assertThat(unanswered()).isEqualTo(PROMPT.toSeconds());
  }

  @Test
  void anExtensionIsProposedWhereTheForecastHoldsTheLevelLonger() {
    var warning = anOrangeWarning(CHANGJI);
    var endsAt = validToOf(warning);
    longerForecast(endsAt);
    assertThat(open()).as("not so long before it ends").isEmpty();

    clock.stopAt(endsAt.minus(PROMPT));
    timers.runAll();
    var proposal = open().getFirst();
    assertThat(text(proposal, "/kind")).isEqualTo("EXTEND");
    assertThat(text(proposal, "/from")).isEqualTo("ORANGE");
    assertThat(text(proposal, "/to")).isEqualTo("ORANGE");
    assertThat(text(proposal, "/warningId")).isEqualTo(warning);
    assertThat(text(proposal, "/reason")).startsWith("延长橙色预警");
    assertThat(text(read(warning), "/prompt/proposes")).isEqualTo("EXTEND");
    assertThat(text(read(warning), "/prompt/proposalId")).isEqualTo(text(proposal, "/id"));

    timers.runAll();
    pass(Duration.ofHours(1));
    timers.runAll();
    assertThat(open()).as("the same proposal stands").hasSize(1);
    assertThat(text(open().getFirst(), "/id")).isEqualTo(text(proposal, "/id"));
  }

  @Test
  void anExtensionIsSubmittedAndApprovedByTwoOfTheOfficeAndIsTheNextRevision() {
    var warning = anOrangeWarning(CHANGJI);
    var proposal = extensionOf(warning);
    assertThat(act(monitoring(), proposal, "submit").status()).isEqualTo(403);
    var submitted = done(office("zhang"), proposal, "submit");
    assertThat(read(warning).at("/prompt").isNull()).as("answered").isTrue();
    assertThat(unanswered()).isZero();
    assertThat(act(office("zhang"), submitted, "approve").status()).isEqualTo(403);
    assertThat(act(headquarters("li"), submitted, "approve").status()).isEqualTo(403);
    done(office("wang"), submitted, "approve");

    var extended = read(warning);
    assertThat(extended.at("/revision").longValue()).isEqualTo(2);
    assertThat(text(extended, "/level")).isEqualTo("ORANGE");
    assertThat(text(extended, "/validTo")).isEqualTo(text(proposal, "/validTo"));
    assertThat(extended.at("/prompt").isNull()).isTrue();
    timers.runAll();
    assertThat(open()).isEmpty();
    assertThat(steps(warning))
        .endsWith("PROPOSED EXTEND", "SUBMITTED EXTEND", "APPROVED EXTEND", "PUBLISHED EXTEND");
  }

  @Test
  void whoeverBringsNewsIsAnsweredNoProposalWhereTheLevelStands() {
    var warning = anOrangeWarning(CHANGJI);
    extensionOf(warning);
    var hour = monitoring().post("/api/v1/observations", measured(CHANGJI, thisHour(), 1, 220));
    assertThat(hour.status()).isEqualTo(201);
    assertThat(hour.json().at("/proposal").isNull()).isTrue();
    assertThat(open()).hasSize(1);
  }

  @Test
  void aHigherLevelTakesThePlaceOfAnExtensionThatNobodyHasPutForward() {
    var warning = anOrangeWarning(CHANGJI);
    extensionOf(warning);
    pass(Duration.ofMinutes(1));
    var red = forecast(CHANGJI, 96, 320, 48, 30);
    assertThat(text(red, "/kind")).isEqualTo("UPGRADE");
    assertThat(open()).hasSize(1);
  }

  @Test
  void aLittleLongerIsNoExtension() {
    var warning = anOrangeWarning(CHANGJI);
    var endsAt = validToOf(warning);
    pass(Duration.ofHours(24));
    // The same run, seen from a day later, and ten hours longer.
    forecast(CHANGJI, 50, 220, 70, 30);
    clock.stopAt(endsAt.minus(PROMPT));
    timers.runAll();
    assertThat(open()).isEmpty();
    assertThat(read(warning).at("/prompt/proposes").isNull()).isTrue();
  }

  @Test
  void whatWasRejectedIsNotProposedAgainBeforeANewerRun() {
    var warning = anOrangeWarning(CHANGJI);
    var submitted = done(office("zhang"), extensionOf(warning), "submit");
    done(office("wang"), submitted, "reject");
    pass(Duration.ofHours(1));
    timers.runAll();
    assertThat(open()).isEmpty();
    assertThat(read(warning).at("/prompt").isNull()).as("it is asked again").isFalse();
  }

  /** F31: a service that stood still when the time came proposes the same when it goes on. */
  @Test
  void aServiceThatStoodStillProposesTheSame() {
    var warning = anOrangeWarning(CHANGJI);
    var endsAt = validToOf(warning);
    longerForecast(endsAt);
    clock.stopAt(endsAt.minus(Duration.ofHours(3)));
    timers.runAll();
    assertThat(text(open().getFirst(), "/kind")).isEqualTo("EXTEND");
    assertThat(text(read(warning), "/prompt/since")).isEqualTo(time(endsAt.minus(PROMPT)));
  }

  /** The extension that stands eleven hours before the end. */
  private JsonNode extensionOf(String warning) {
    var endsAt = validToOf(warning);
    longerForecast(endsAt);
    clock.stopAt(endsAt.minus(Duration.ofHours(11)));
    timers.runAll();
    return open().getFirst();
  }

  /** A day later: the pollution goes on for three days beyond. */
  private void longerForecast(Instant endsAt) {
    pass(Duration.ofHours(24));
    int polluted = (int) Duration.between(thisHour(), endsAt).toHours() + 48;
    forecast(CHANGJI, polluted, 200, 168 - polluted, 30);
  }

  private List<JsonNode> open() {
    List<JsonNode> open = new ArrayList<>();
    office("reader").get("/api/v1/proposals?state=OPEN").json().at("/items").forEach(open::add);
    return open;
  }

  private List<String> steps(String warning) {
    List<String> steps = new ArrayList<>();
    for (var step : office("reader").get(path(warning) + "/timeline").json().at("/steps")) {
      steps.add(text(step, "/step") + " " + text(step, "/kind"));
    }
    return steps;
  }

  private Instant validToOf(String warning) {
    return OffsetDateTime.parse(text(read(warning), "/validTo")).toInstant();
  }

  private JsonNode read(String warning) {
    return office("reader").get(path(warning)).json();
  }

  private static String path(String warning) {
    return "/api/v1/warnings/" + warning;
  }

  private double unanswered() {
    return figures.of("validity_unanswered_seconds", "mode=\"LIVE\"").orElseThrow();
  }
}
