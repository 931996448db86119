package lantian.warning;

import lantian.warning.aqi.AqiStandards;
import lantian.warning.aqi.file.AqiStandardFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules' data that is the same for all policies. */
@Configuration(proxyBeanMethods = false)
class WarningRules {

  @Bean
  AqiStandards aqiStandards() {
    return AqiStandardFiles.onClassPath();
  }
}
