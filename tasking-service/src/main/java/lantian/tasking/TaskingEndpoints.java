package lantian.tasking;

import lantian.kit.security.EndpointRoles;
import lantian.kit.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what in this service; what is not listed is denied. */
@Configuration(proxyBeanMethods = false)
class TaskingEndpoints {

  @Bean
  EndpointRoles endpointRoles() {
    return EndpointRoles.table()
        .getByAnyRole("/api/v1/plans/*")
        .getByAnyRole("/api/v1/units")
        .getByAnyRole("/api/v1/duties")
        .getByAnyRole("/api/v1/duties/*")
        .get("/api/v1/fan-outs", Role.OPERATOR)
        .post("/api/v1/fan-outs/*/resume", Role.OPERATOR)
        .post("/api/v1/duties/accept", Role.LIAISON)
        .post("/api/v1/duties/*/accept", Role.LIAISON)
        .post("/api/v1/duties/*/progress", Role.LIAISON)
        .post("/api/v1/duties/*/complete", Role.LIAISON)
        .post("/api/v1/duties/*/return", Role.OFFICE, Role.SUPERVISION);
  }
}
