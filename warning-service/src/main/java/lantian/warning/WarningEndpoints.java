package lantian.warning;

import lantian.kit.security.EndpointRoles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what in this service; what is not listed is denied. */
@Configuration(proxyBeanMethods = false)
class WarningEndpoints {

  @Bean
  EndpointRoles endpointRoles() {
    return EndpointRoles.table().postByAnyRole("/api/v1/aqi").postByAnyRole("/api/v1/assessments");
  }
}
