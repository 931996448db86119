package lantian.warning.policy.file;

import static lantian.warning.Rules.NATIONAL_2024;
import static lantian.warning.Rules.POLICIES;
import static lantian.warning.Rules.STANDARDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.warning.aqi.AqiStandards;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.file.JurisdictionFile;
import lantian.warning.policy.Approval;
import lantian.warning.policy.Policy;
import lantian.warning.policy.StandIns;
import org.junit.jupiter.api.Test;

/** The policies and jurisdictions as they are shipped, and what is refused. */
class PolicyFilesTest {

  @Test
  void aPolicyIsFoundByIdAndByReference() {
    assertThat(NATIONAL_2024.reference()).isEqualTo("national-2024@1");
    assertThat(POLICIES.find("national-2024@1")).contains(NATIONAL_2024);
    assertThat(POLICIES.find("national-2024@2")).isEmpty();
  }

  @Test
  void everyPolicyNamesAStandardThatThereIs() {
    for (Policy policy : POLICIES.all()) {
      assertThat(
              policy.aqiStandard().equals(AqiStandards.BY_DATE)
                  || STANDARDS.find(policy.aqiStandard()).isPresent())
          .isTrue();
    }
  }

  @Test
  void theDateChoosesThePolicyOfAJurisdiction() {
    Jurisdiction changji = new JurisdictionFile("").find("652300").orElseThrow();
    assertThat(inForce(changji, "2024-01-22T23:59:59+08:00")).isEqualTo("national-2018");
    assertThat(inForce(changji, "2024-01-23T00:00:00+08:00")).isEqualTo("national-2024");
    assertThat(inForce(changji, "2016-12-08T16:00:00+08:00")).isEqualTo("national-2018");
  }

  @Test
  void theCityDecidesForTheCounty() {
    Jurisdiction dengkou = new JurisdictionFile("").find("150822").orElseThrow();
    assertThat(dengkou.authorityCode()).isEqualTo("150800");
    assertThat(new JurisdictionFile("").find("652300").orElseThrow().authorityCode())
        .isEqualTo("652300");
    assertThat(new JurisdictionFile("").find("110000")).isEmpty();
  }

  @Test
  void theTableOfAuthorityIsTheDesigns() {
    assertThat(approval(ChangeKind.RAISE, WarningLevel.YELLOW).submitters())
        .containsExactlyInAnyOrder("monitoring", "office");
    assertThat(approval(ChangeKind.RAISE, WarningLevel.YELLOW).approvers())
        .containsExactly("office");
    assertThat(approval(ChangeKind.UPGRADE, WarningLevel.ORANGE).approvers())
        .containsExactly("headquarters");
    assertThat(approval(ChangeKind.RAISE, WarningLevel.RED).approvals()).isEqualTo(2);
    assertThat(approval(ChangeKind.DOWNGRADE, WarningLevel.ORANGE).approvers())
        .containsExactly("office");
    assertThat(approval(ChangeKind.LIFT, WarningLevel.NONE).approvals()).isEqualTo(1);
  }

  @Test
  void whoStandsInAfterTheDeadlineIsSaid() {
    assertThat(NATIONAL_2024.approvalDeadlineHours()).isEqualTo(2);
    assertThat(approval(ChangeKind.RAISE, WarningLevel.YELLOW).standIns().roles())
        .containsExactly("headquarters");
    assertThat(approval(ChangeKind.RAISE, WarningLevel.RED).standIns()).isEqualTo(StandIns.NOBODY);
  }

  @Test
  void theResponseToEachCauseIsTheGuidelines() {
    assertThat(NATIONAL_2024.responses())
        .containsOnly(
            Map.entry(Cause.PARTICULATE, Response.COLOURED),
            Map.entry(Cause.OTHER, Response.COLOURED),
            Map.entry(Cause.OZONE, Response.HEALTH_NOTICE_AND_SUPERVISION),
            Map.entry(Cause.DUST, Response.HEALTH_NOTICE),
            Map.entry(Cause.WILDFIRE, Response.HEALTH_NOTICE),
            Map.entry(Cause.CROSS_BORDER, Response.HEALTH_NOTICE));
  }

  @Test
  void aPolicyThatDoesNotHoldTogetherKeepsTheServiceDown() {
    assertThatThrownBy(() -> new PolicyFiles(List.of("broken-policies/misspelt.yaml")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/liftHour unknown-field")
        .hasMessageContaining("/liftHours required");
  }

  @Test
  void twoPoliciesOfOneNameAreRefused() {
    String name = "policies/national-2024.yaml";
    assertThatThrownBy(() -> new PolicyFiles(List.of(name, name)))
        .hasMessageContaining("two policies");
  }

  private static String inForce(Jurisdiction place, String at) {
    return POLICIES.inForce(place, OffsetDateTime.parse(at).toInstant()).id();
  }

  private static Approval approval(ChangeKind kind, WarningLevel to) {
    return NATIONAL_2024.approvalOf(kind, to);
  }
}
