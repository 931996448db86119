package lantian.warning.policy.file;

import static lantian.warning.Rules.NATIONAL_2018;
import static lantian.warning.Rules.NATIONAL_2024;
import static lantian.warning.Rules.STANDARDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;
import lantian.warning.policy.APack;
import lantian.warning.policy.Condition;
import lantian.warning.policy.ConsultedBody;
import lantian.warning.policy.Damping;
import lantian.warning.policy.Lifecycle;
import lantian.warning.policy.Policy;
import lantian.warning.policy.PolicyFault;
import lantian.warning.policy.Quorum;
import lantian.warning.policy.StandIns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** A pack as somebody brings it in: whole, or with all its faults. */
class PackDocumentTest {
  private static final KnownNames KNOWN =
      new KnownNames(
          Set.copyOf(STANDARDS.ids()),
          Set.of("652300", "150822"),
          Set.of("national-2018", "national-2024"));

  @Test
  void aPackSaysTheSameInYamlAndInItsWrittenForm() {
    Policy pack = whole(APack.ofChangji());
    String written = PackWriting.json(pack);
    assertThat(KeptPack.read(written.getBytes(StandardCharsets.UTF_8))).isEqualTo(pack);
    assertThat(written).startsWith("{\"id\":\"changji-2026\",\"version\":1,");
    for (Policy packaged : List.of(NATIONAL_2018, NATIONAL_2024)) {
      assertThat(KeptPack.read(PackWriting.json(packaged).getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(packaged);
    }
  }

  @Test
  void theOrderOfFieldsAndOfNamesDoesNotMatter() {
    String one = PackWriting.json(whole(APack.ofChangji()));
    String other =
        PackWriting.json(
            whole(
                APack.ofChangji()
                    .with("submittedBy: [monitoring, office]", "submittedBy: [office, monitoring]")
                    .with("liftHours: 36         # lowered", "# lowered")
                    .with("\ngapHours: 36 ", "\nliftHours: 36\ngapHours: 36 ")));
    assertThat(other).isEqualTo(one);
    assertThat(one)
        .as("sets have another order in another process")
        .contains("\"submittedBy\":[\"monitoring\",\"office\"]");
  }

  @Test
  void oneRunIsEnoughWhereNothingIsSaid() {
    APack pack = APack.ofChangji();
    assertThat(whole(pack.with("\ndamping:", "\n# damping:")).damping())
        .isEqualTo(Damping.NONE)
        .isEqualTo(whole(pack).damping());
    assertThat(PackWriting.json(whole(pack))).as("as it was kept before").doesNotContain("damping");
    Policy damped = whole(pack.with("raiseRuns: 1, lowerRuns: 1", "raiseRuns: 2, lowerRuns: 3"));
    assertThat(damped.damping()).isEqualTo(new Damping(2, 3, 72, 24));
    assertThat(KeptPack.read(PackWriting.json(damped).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(damped);
  }

  @Test
  void theDeadlineIsTwoHoursWhereNothingIsSaid() {
    assertThat(whole(APack.ofChangji().with("approvalDeadlineHours: 2\n", "\n")))
        .extracting(Policy::approvalDeadlineHours)
        .isEqualTo(2);
    assertThat(
            whole(
                APack.ofChangji().with("approvalDeadlineHours: 2\n", "approvalDeadlineHours: 3\n")))
        .extracting(Policy::approvalDeadlineHours)
        .isEqualTo(3);
  }

  @Test
  void standInsAreRolesOrPersons() {
    Policy pack =
        whole(
            APack.ofChangji()
                .with(
                    "approvedBy: [headquarters], approvals: 2",
                    "approvedBy: [headquarters], approvals: 2, standIns: {persons: [li, wang]}"));
    var red = pack.raising().get(WarningLevel.RED);
    assertThat(red == null ? null : red.standIns())
        .isEqualTo(new StandIns(Set.of(), Set.of("li", "wang")));
  }

  @Test
  void theLifecycleIsTheUsualOneWhereNothingIsSaid() {
    APack pack = APack.ofChangji();
    assertThat(whole(pack.with("\nlifecycle:", "\n# lifecycle:")).lifecycle())
        .isEqualTo(Lifecycle.USUAL)
        .isEqualTo(whole(pack).lifecycle());
    var quorum =
        whole(
                pack.with(
                    "\nlifecycle: {publishAheadHours: 24, promptBeforeHours: 12, extendAtLeastHours: 12,"
                        + " consultation: {}}",
                    "\nlifecycle: {publishAheadHours: 0, consultation: {RED: {experts: 2}}}"))
            .lifecycle();
    assertThat(quorum.publishAheadHours()).isZero();
    assertThat(quorum.promptBeforeHours()).isEqualTo(12);
    assertThat(quorum.quorumFor(ChangeKind.UPGRADE, WarningLevel.RED).of(ConsultedBody.EXPERTS))
        .isEqualTo(2);
    assertThat(quorum.quorumFor(ChangeKind.RAISE, WarningLevel.ORANGE)).isEqualTo(Quorum.NONE);
    assertThat(quorum.quorumFor(ChangeKind.EXTEND, WarningLevel.RED)).isEqualTo(Quorum.NONE);
  }

  @Test
  void temporaryControlIsAnOption() {
    assertThat(whole(APack.ofChangji()).temporaryControl()).isEmpty();
    Policy pack =
        whole(
            APack.ofChangji()
                .with("\ngapHours", "\ntemporaryControl: [{over: 100, hours: 48}]\ngapHours"));
    assertThat(pack.temporaryControl())
        .containsExactly(new Condition(WarningLevel.NONE, 100, false, 48, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id: changji-2026 | id: Changji 2026 | /id policy-id",
        "id: changji-2026 | id: national-2024 | /id packaged-id",
        "id: changji-2026 | id: 7 | /id expected-text",
        "id: changji-2026 | | /id required",
        "version: 1 | version: 0 | /version range",
        "version: 1 | version: 1.5 | /version expected-whole-number",
        "version: 1 | version: '1' | /version expected-whole-number",
        "zh: 国家2024 | zh2: 国家2024 | /title/zh2 unknown-field",
        "effectiveFrom: 2025-12-01 | effectiveFrom: 2025-02-30 | /effectiveFrom date",
        "effectiveFrom: 2025-12-01 | effectiveFrom: 1925-02-03 | /effectiveFrom year",
        "jurisdictions: [\"652300\"] | jurisdictions: [] | /jurisdictions list-size",
        "jurisdictions: [\"652300\"] | | /jurisdictions required",
        "[\"652300\"] | [\"110000\"] | /jurisdictions/0 unknown-jurisdiction",
        "[\"652300\"] | [\"652300\", \"652300\"] | /jurisdictions/1 twice",
        "{level: YELLOW, over: 200, hours: 24} | {level: BLUE, over: 200, hours: 24} "
            + "| /conditions/0/level one-of",
        "{level: YELLOW, over: 200, hours: 24} | {level: NONE, over: 200, hours: 24} "
            + "| /conditions/0/level one-of",
        "{level: YELLOW, over: 200, hours: 24} | {level: YELLOW, over: 500, hours: 24} "
            + "| /conditions/0/over range",
        "{level: YELLOW, over: 200, hours: 24} | {level: YELLOW, over: 200, hours: 23} "
            + "| /conditions/0/hours range",
        "{level: YELLOW, over: 200, hours: 24} | {level: YELLOW, over: 200} "
            + "| /conditions/0/hours required",
        "{level: YELLOW, over: 200, hours: 24} | {level: YELLOW, over: 200, reaches: 9, hours: 24} "
            + "| /conditions/0 over-or-reaches",
        "{level: YELLOW, over: 200, hours: 24} | {level: YELLOW, over: 150, hours: 48} "
            + "| /conditions/1 condition-twice",
        "{level: YELLOW, over: 200, hours: 24} | yellow | /conditions/0 expected-object",
        "{threshold: 300, hours: 24} | {threshold: 200, hours: 24} "
            + "| /conditions/4/containing/threshold contained-not-higher",
        "{threshold: 300, hours: 24} | {threshold: 300, hours: 73} "
            + "| /conditions/4/containing/hours contained-longer",
        "over: 200, hours: 72, containing | reaches: 200, containing "
            + "| /conditions/4/containing containing-without-over",
        "DUST: HEALTH_NOTICE | DUST: NOTHING | /responses/DUST one-of",
        "DUST: HEALTH_NOTICE | SMOG: HEALTH_NOTICE | /responses/SMOG unknown-field",
        "horizonHours: 48 | horizonHours: 241 | /horizonHours range",
        "leadHours: 0 | leadHours: -1 | /leadHours range",
        "historyHours: 720 | historyHours: 23 | /historyHours range",
        "dailyValue: UPPER | dailyValue: LOWER | /dailyValue one-of",
        "aqiStandard: by-date | aqiStandard: HJ633-2000 | /aqiStandard unknown-aqi-standard",
        "calendar: state-council | calendar: moon | /calendar unknown-calendar",
        "\"16:30\" | \"half past four\" | /dailyReportTime time-of-day",
        "approvalDeadlineHours: 2 | approvalDeadlineHours: 49 | /approvalDeadlineHours range",
        "submittedBy: [monitoring, office] | submittedBy: [experts] "
            + "| /raising/YELLOW/submittedBy/0 unknown-submitter",
        "approvedBy: [headquarters], approvals: 2 | approvedBy: [headquarters], approvals: 1 "
            + "| /raising/RED/approvals red-by-two",
        "approvedBy: [headquarters], approvals: 2 | approvedBy: [office], approvals: 2 "
            + "| /raising/RED/approvedBy headquarters-decide",
        "approvedBy: [headquarters], approvals: 2 | approvedBy: [liaison], approvals: 2 "
            + "| /raising/RED/approvedBy/0 unknown-approver",
        "approvals: 2} | approvals: 2, standIns: {roles: [office]}} "
            + "| /raising/RED/standIns/roles headquarters-decide",
        "approvals: 2} | approvals: 2, standIns: {roles: [headquarters]}} "
            + "| /raising/RED/standIns/roles stands-in-for-itself",
        "approvals: 2} | approvals: 2, standIns: {}} | /raising/RED/standIns nobody-stands-in",
        "approvals: 2} | approvals: 2, standIns: {persons: [li, li]}} "
            + "| /raising/RED/standIns/persons/1 twice",
        "raiseRuns: 1 | raiseRuns: 0 | /damping/raiseRuns range",
        "lowerRuns: 1 | lowerRuns: 11 | /damping/lowerRuns range",
        "withinHours: 72 | withinHours: 1.5 | /damping/withinHours expected-whole-number",
        "atOnceHours: 24 | atOnce: 24 | /damping/atOnce unknown-field",
        "publishAheadHours: 24 | publishAheadHours: -1 | /lifecycle/publishAheadHours range",
        "promptBeforeHours: 12 | promptBeforeHours: 0 | /lifecycle/promptBeforeHours range",
        "extendAtLeastHours: 12 | extendAtLeast: 12 | /lifecycle/extendAtLeast unknown-field",
        "consultation: {} | consultation: {NONE: {experts: 1}} "
            + "| /lifecycle/consultation/NONE unknown-field",
        "consultation: {} | consultation: {RED: {office: 1}} "
            + "| /lifecycle/consultation/RED/office unknown-field",
        "consultation: {} | consultation: {RED: {experts: 0}} "
            + "| /lifecycle/consultation/RED/experts range",
        "  RED: {submittedBy | \"#\": {submittedBy | /raising/RED nobody-approves",
        "liftHours: 36  | liftHour: 36  | /liftHour unknown-field"
      })
  void whatIsWrongIsNamed(String before, String after, String fault) {
    APack broken = APack.ofChangji().with(before, after == null ? "" : after);
    assertThat(faults(broken)).contains(fault);
    String code = fault.substring(fault.indexOf(' ') + 1);
    for (Locale language : List.of(Locale.ROOT, Locale.ENGLISH)) {
      assertThat(isSaid(language, "error." + code)).as("%s in '%s'", code, language).isTrue();
    }
  }

  @Test
  void allThatIsWrongIsNamedAtOnce() {
    APack broken =
        APack.ofChangji()
            .with("version: 1", "version: 0")
            .with("dailyValue: UPPER", "dailyValue: 3")
            .with("DUST: HEALTH_NOTICE", "DUST: NOTHING")
            .with(
                "[monitoring, office], approvedBy: [office], approvals: 1",
                "[office], approvedBy: [office], approvals: 3");
    assertThat(faults(broken))
        .containsExactly(
            "/version range",
            "/responses/DUST one-of",
            "/dailyValue expected-text",
            "/raising/YELLOW/approvals range");
  }

  @Test
  void aTextThatTurnsTheDirectionOfWritingIsRefused() {
    assertThat(faults(APack.ofChangji().with("zh: 国家2024", "zh: \"\\u202E国家\" # ")))
        .contains("/title/zh control-character");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: 1\na: 2", "a: [", "a: 1\n---\nb: 2", "{\"a\": 1, \"a\": 2}", "{\"a\": 1} x"})
  void whatIsNoDocumentIsNotRead(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    PackText as = text.startsWith("{") ? PackText.JSON : PackText.YAML;
    assertThatThrownBy(() -> as.parse(bytes)).isInstanceOf(JacksonException.class);
  }

  @Test
  void aListOrAWordIsNoPack() {
    assertThat(faults("[1]")).containsExactly(" expected-object");
    assertThat(faults("pack")).containsExactly(" expected-object");
    assertThat(faults("")).containsExactly(" required");
  }

  /** A page of aliases that would unfold to gigabytes stays the page that it is. */
  @Test
  void aliasesAreNotUnfolded() {
    StringBuilder laughs = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
    for (char name = 'b'; name <= 'k'; name++) {
      char before = (char) (name - 1);
      laughs.append(name).append(": &").append(name).append(" [");
      laughs.append(("*" + before + ", ").repeat(9)).append('*').append(before).append("]\n");
    }
    assertThat(faults(laughs.toString())).contains("/a unknown-field", "/id required");
  }

  private static Policy whole(APack pack) {
    ReadPack read = PackDocument.read(PackText.YAML.parse(pack.bytes()), KNOWN);
    assertThat(read).isInstanceOf(ReadPack.Whole.class);
    return ((ReadPack.Whole) read).policy();
  }

  private static List<String> faults(APack pack) {
    return faults(pack.yaml());
  }

  private static List<String> faults(String yaml) {
    ReadPack read =
        PackDocument.read(PackText.YAML.parse(yaml.getBytes(StandardCharsets.UTF_8)), KNOWN);
    return read instanceof ReadPack.Broken(List<PolicyFault> faults)
        ? faults.stream().map(fault -> fault.pointer() + " " + fault.code()).toList()
        : List.of();
  }

  private static boolean isSaid(Locale language, String code) {
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return Stream.of(
            "kit-messages",
            "warning-service-messages",
            "warning-service-proposals",
            "warning-service-policies")
        .map(name -> ResourceBundle.getBundle(name, language, control))
        .map(PropertyResourceBundle.class::cast)
        .anyMatch(bundle -> bundle.handleGetObject(code) != null);
  }
}
