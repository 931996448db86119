package lantian.reporting;

import lantian.kit.security.EndpointRoles;
import lantian.kit.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what in this service; what is not listed is denied. */
@Configuration(proxyBeanMethods = false)
class ReportingEndpoints {
  private static final Role[] READERS = {
    Role.HEADQUARTERS,
    Role.EXPERTS,
    Role.SUPERVISION,
    Role.MONITORING,
    Role.PUBLICITY,
    Role.OPERATOR
  };

  @Bean
  EndpointRoles endpointRoles() {
    return EndpointRoles.table()
        .get("/api/v1/reports", Role.OFFICE, READERS)
        .get("/api/v1/reports/*", Role.OFFICE, READERS)
        .get("/api/v1/reports/*.html", Role.OFFICE, READERS)
        .get("/api/v1/reports/*.docx", Role.OFFICE, READERS)
        .get("/api/v1/reports/*/duties.csv", Role.OFFICE, READERS)
        .get("/api/v1/reports/*/deliveries.csv", Role.OFFICE, READERS)
        .get("/api/v1/reports/*/events", Role.OFFICE, READERS)
        .get("/api/v1/projections/rebuild", Role.OPERATOR)
        .post("/api/v1/projections/rebuild", Role.OPERATOR);
  }
}
