package lantian.warning;

import lantian.warning.aqi.AqiStandards;
import lantian.warning.aqi.file.AqiStandardFiles;
import lantian.warning.backtest.PerfectForecasts;
import lantian.warning.policy.KnownPolicies;
import lantian.warning.policy.PackagedPolicies;
import lantian.warning.policy.Policies;
import lantian.warning.policy.PolicyPacks;
import lantian.warning.policy.file.PolicyFiles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The rules' data: what is the same for all policies, and the policies. */
@Configuration(proxyBeanMethods = false)
class WarningRules {

  @Bean
  AqiStandards aqiStandards() {
    return AqiStandardFiles.onClassPath();
  }

  @Bean
  PackagedPolicies packagedPolicies() {
    return new PolicyFiles();
  }

  @Bean
  @Primary
  Policies policies(PackagedPolicies packaged, PolicyPacks packs) {
    return new KnownPolicies(packaged, packs);
  }

  @Bean
  PerfectForecasts perfectForecasts(
      @Value("${lantian.warning.back-test.forecast-at}") int hourOfDay,
      @Value("${lantian.warning.back-test.forecast-hours}") int hours) {
    return new PerfectForecasts(hourOfDay, hours);
  }
}
