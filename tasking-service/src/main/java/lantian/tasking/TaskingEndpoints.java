package lantian.tasking;

import lantian.kit.security.EndpointRoles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what in this service; what is not listed is denied. */
@Configuration(proxyBeanMethods = false)
class TaskingEndpoints {

  @Bean
  EndpointRoles endpointRoles() {
    return EndpointRoles.table().getByAnyRole("/api/v1/plans/*");
  }
}
