package lantian.warning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.file.JurisdictionFile;
import lantian.warning.policy.file.KeptPack;
import lantian.warning.policy.file.PackText;
import lantian.warning.policy.file.PackWriting;
import lantian.warning.policy.file.PolicyFiles;
import org.junit.jupiter.api.Test;

/** Which policy judges: packaged ones, drafts, and what a second person put into force. */
class KnownPoliciesTest {
  private static final Jurisdiction CHANGJI = new JurisdictionFile("").find("652300").orElseThrow();
  private static final Jurisdiction DENGKOU = new JurisdictionFile("").find("150822").orElseThrow();

  private final PolicyPacks packs = new InMemoryPolicyPacks();
  private final Policies policies = new KnownPolicies(new PolicyFiles(), packs);

  @Test
  void aDraftIsTriedOutAndJudgesNobody() {
    bringIn(APack.ofChangji(), "zhang", "2025-11-20T10:00:00+08:00");
    assertThat(policies.find("changji-2026@1")).isEmpty();
    assertThat(policies.find("changji-2026")).isEmpty();
    assertThat(policies.findToTry("changji-2026@1")).isPresent();
    assertThat(policies.findToTry("changji-2026")).isPresent();
    assertThat(policies.all()).extracting(Policy::id).doesNotContain("changji-2026");
    assertThat(inForce(CHANGJI, "2026-01-01T00:00:00+08:00")).isEqualTo("national-2024@1");
  }

  @Test
  void fromItsDateOnItJudgesTheRunsThatAreIssuedThen() {
    bringIn(APack.ofChangji(), "zhang", "2025-11-20T10:00:00+08:00");
    activate("changji-2026@1", "li", "2025-11-21T10:00:00+08:00");
    assertThat(inForce(CHANGJI, "2025-11-30T23:59:59+08:00")).isEqualTo("national-2024@1");
    assertThat(inForce(CHANGJI, "2025-12-01T00:00:00+08:00")).isEqualTo("changji-2026@1");
    assertThat(inForce(DENGKOU, "2025-12-01T00:00:00+08:00")).isEqualTo("national-2024@1");
    assertThat(inForce(CHANGJI, "2016-12-08T16:00:00+08:00")).isEqualTo("national-2018@1");
    assertThat(policies.find("changji-2026")).map(Policy::reference).contains("changji-2026@1");
  }

  @Test
  void activatedLateItHoldsFromThenAndNotFromBefore() {
    bringIn(APack.ofChangji().from("2020-01-01"), "zhang", "2025-11-20T10:00:00+08:00");
    activate("changji-2026@1", "li", "2025-11-21T10:00:00+08:00");
    assertThat(inForce(CHANGJI, "2022-01-01T00:00:00+08:00")).isEqualTo("national-2018@1");
    assertThat(inForce(CHANGJI, "2025-11-21T09:59:59+08:00")).isEqualTo("national-2024@1");
    assertThat(inForce(CHANGJI, "2025-11-21T10:00:00+08:00")).isEqualTo("changji-2026@1");
  }

  @Test
  void aNewerVersionTakesThePlaceAndTheOlderOneIsStillThereByItsReference() {
    bringIn(APack.ofChangji(), "zhang", "2025-11-20T10:00:00+08:00");
    bringIn(APack.ofChangji().version(2).from("2026-02-01"), "zhang", "2025-11-20T11:00:00+08:00");
    activate("changji-2026@2", "li", "2025-11-21T09:00:00+08:00");
    activate("changji-2026@1", "li", "2025-11-21T10:00:00+08:00");
    assertThat(inForce(CHANGJI, "2026-01-31T23:00:00+08:00")).isEqualTo("changji-2026@1");
    assertThat(inForce(CHANGJI, "2026-02-01T00:00:00+08:00")).isEqualTo("changji-2026@2");
    assertThat(policies.named("changji-2026").version()).isEqualTo(2);
    assertThat(policies.named("changji-2026@1").version()).isEqualTo(1);
  }

  @Test
  void ofTwoWithOneDateTheOneActivatedLastHolds() {
    bringIn(APack.ofChangji(), "zhang", "2025-11-20T10:00:00+08:00");
    bringIn(APack.ofChangji().named("changji-other"), "zhang", "2025-11-20T10:00:00+08:00");
    activate("changji-other@1", "li", "2025-11-21T10:00:00+08:00");
    activate("changji-2026@1", "li", "2025-11-21T11:00:00+08:00");
    assertThat(inForce(CHANGJI, "2025-12-02T00:00:00+08:00")).isEqualTo("changji-2026@1");
  }

  @Test
  void nobodyActivatesWhatTheyBroughtInAndNothingTwice() {
    bringIn(APack.ofChangji(), "zhang", "2025-11-20T10:00:00+08:00");
    assertThat(activate("changji-2026@1", "zhang", "2025-11-21T10:00:00+08:00"))
        .isInstanceOf(ActivatingPolicy.Outcome.OwnImport.class);
    assertThat(activate("changji-2026@1", "li", "2025-11-21T10:00:00+08:00"))
        .isInstanceOf(ActivatingPolicy.Outcome.Activated.class);
    assertThat(activate("changji-2026@1", "wang", "2025-11-21T10:00:00+08:00"))
        .isInstanceOf(ActivatingPolicy.Outcome.AlreadyActive.class);
    assertThat(activate("changji-2027@1", "li", "2025-11-21T10:00:00+08:00"))
        .isInstanceOf(ActivatingPolicy.Outcome.Unknown.class);
  }

  @Test
  void aVersionStandsForOneContent() {
    String at = "2025-11-20T10:00:00+08:00";
    assertThat(bringIn(APack.ofChangji(), "zhang", at))
        .isInstanceOf(ImportingPolicy.Outcome.Drafted.class);
    assertThat(bringIn(APack.ofChangji(), "wang", at))
        .isInstanceOf(ImportingPolicy.Outcome.AlreadyThere.class);
    assertThat(bringIn(APack.ofChangji().strict(), "zhang", at))
        .isInstanceOf(ImportingPolicy.Outcome.SaysSomethingElse.class);
    assertThat(bringIn(APack.ofChangji().strict().version(2), "zhang", at))
        .isInstanceOf(ImportingPolicy.Outcome.Drafted.class);
  }

  private ImportingPolicy.Outcome bringIn(APack pack, String by, String at) {
    String written = PackWriting.json(KeptPack.read(json(pack)));
    return new ImportingPolicy(packs, clock(at))
        .importAs(KeptPack.read(written.getBytes(StandardCharsets.UTF_8)), written, by, "office");
  }

  private static byte[] json(APack pack) {
    return PackText.YAML.parse(pack.bytes()).toString().getBytes(StandardCharsets.UTF_8);
  }

  private ActivatingPolicy.Outcome activate(String reference, String by, String at) {
    return new ActivatingPolicy(packs, clock(at)).activate(reference, by, "headquarters");
  }

  private String inForce(Jurisdiction place, String at) {
    return policies.inForce(place, instant(at)).reference();
  }

  private static Clock clock(String at) {
    return Clock.fixed(instant(at), ZoneOffset.UTC);
  }

  private static Instant instant(String at) {
    return OffsetDateTime.parse(at).toInstant();
  }
}
