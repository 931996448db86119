package lantian.warning;

import lantian.warning.aqi.AqiStandard;
import lantian.warning.aqi.AqiStandards;
import lantian.warning.aqi.file.AqiStandardFiles;
import lantian.warning.assessment.Judging;
import lantian.warning.policy.Policies;
import lantian.warning.policy.Policy;
import lantian.warning.policy.file.PolicyFiles;

/** The rules as the service ships them. */
public final class Rules {
  public static final AqiStandards STANDARDS = AqiStandardFiles.onClassPath();
  public static final AqiStandard HJ633_2012 = STANDARDS.find("HJ633-2012").orElseThrow();
  public static final AqiStandard HJ633_2026 = STANDARDS.find("HJ633-2026").orElseThrow();
  public static final Policies POLICIES = new PolicyFiles();
  public static final Policy NATIONAL_2024 = POLICIES.named("national-2024");
  public static final Policy NATIONAL_2018 = POLICIES.named("national-2018");
  public static final Judging JUDGING = new Judging(STANDARDS);

  private Rules() {}
}
