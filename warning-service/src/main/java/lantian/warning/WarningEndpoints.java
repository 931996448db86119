package lantian.warning;

import lantian.kit.security.EndpointRoles;
import lantian.kit.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what in this service; what is not listed is denied. */
@Configuration(proxyBeanMethods = false)
class WarningEndpoints {
  /** Beside the monitoring group: all but the units, who are told when a warning is published. */
  private static final Role[] WHO_PREPARE = {
    Role.OFFICE, Role.HEADQUARTERS, Role.EXPERTS, Role.PUBLICITY, Role.SUPERVISION, Role.OPERATOR
  };

  @Bean
  EndpointRoles endpointRoles() {
    return EndpointRoles.table()
        .postByAnyRole("/api/v1/aqi")
        .storingNothing()
        .postByAnyRole("/api/v1/assessments")
        .storingNothing()
        .post("/api/v1/forecasts", Role.MONITORING)
        .post("/api/v1/observations", Role.MONITORING)
        .get("/api/v1/proposals", Role.MONITORING, WHO_PREPARE)
        .get("/api/v1/proposals/{id}", Role.MONITORING, WHO_PREPARE)
        .post("/api/v1/proposals/{id}/submit", Role.MONITORING, Role.OFFICE)
        .post("/api/v1/proposals/{id}/approve", Role.OFFICE, Role.HEADQUARTERS)
        .post("/api/v1/proposals/{id}/return", Role.OFFICE, Role.HEADQUARTERS)
        .post("/api/v1/proposals/{id}/reject", Role.OFFICE, Role.HEADQUARTERS)
        .getByAnyRole("/api/v1/warnings")
        .getByAnyRole("/api/v1/warnings/{id}")
        .getByAnyRole("/api/v1/warnings/{id}/timeline")
        .open(HttpMethod.GET, "/public/warnings");
  }
}
