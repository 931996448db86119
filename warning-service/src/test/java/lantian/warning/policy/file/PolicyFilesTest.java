package lantian.warning.policy.file;

import static lantian.warning.Rules.NATIONAL_2024;
import static lantian.warning.Rules.POLICIES;
import static lantian.warning.Rules.STANDARDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;
import lantian.warning.aqi.AqiStandards;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.file.JurisdictionFile;
import lantian.warning.policy.Approval;
import lantian.warning.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    Jurisdiction changji = new JurisdictionFile().find("652300").orElseThrow();
    assertThat(POLICIES.inForce(changji, LocalDate.of(2024, 1, 22)).id())
        .isEqualTo("national-2018");
    assertThat(POLICIES.inForce(changji, LocalDate.of(2024, 1, 23)).id())
        .isEqualTo("national-2024");
    assertThat(POLICIES.inForce(changji, LocalDate.of(2016, 12, 8)).id())
        .isEqualTo("national-2018");
  }

  @Test
  void theCityDecidesForTheCounty() {
    Jurisdiction dengkou = new JurisdictionFile().find("150822").orElseThrow();
    assertThat(dengkou.authorityCode()).isEqualTo("150800");
    assertThat(new JurisdictionFile().find("652300").orElseThrow().authorityCode())
        .isEqualTo("652300");
    assertThat(new JurisdictionFile().find("110000")).isEmpty();
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

  @ParameterizedTest
  @CsvSource({
    "misspelt.yaml, liftHour",
    "contained-lower.yaml, higher threshold",
    "nobody-approves.yaml, nobody may approve RED",
    "unknown-role.yaml, unknown role",
    "over-and-reaches.yaml, over and hours"
  })
  void aPolicyThatDoesNotHoldTogetherIsRefused(String name, String because) {
    assertThatThrownBy(() -> new PolicyFiles(List.of("broken-policies/" + name)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(because);
  }

  @Test
  void twoPoliciesOfOneNameAreRefused() {
    String name = "policies/national-2024.yaml";
    assertThatThrownBy(() -> new PolicyFiles(List.of(name, name)))
        .hasMessageContaining("two policies");
  }

  private static Approval approval(ChangeKind kind, WarningLevel to) {
    return NATIONAL_2024.approvalOf(kind, to);
  }
}
