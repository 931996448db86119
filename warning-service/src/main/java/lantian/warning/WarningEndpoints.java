package lantian.warning;

import lantian.kit.security.EndpointRoles;
import lantian.kit.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

/** Who may call what in this service; what is not listed is denied. */
@Configuration(proxyBeanMethods = false)
class WarningEndpoints {
  /** Beside the monitoring group: all but the units, who are told when a warning is published. */
  private static final Role[] WHO_PREPARE = {
    Role.OFFICE, Role.HEADQUARTERS, Role.EXPERTS, Role.PUBLICITY, Role.SUPERVISION, Role.OPERATOR
  };

  /** Beside the office: a scan shows signatures. */
  private static final Role[] WHO_DECIDE_OR_LOOK = {Role.HEADQUARTERS, Role.SUPERVISION};

  private static final DataSize SCAN = DataSize.ofMegabytes(5);

  /** Seven years of hours as JSON. */
  private static final DataSize SEASONS = DataSize.ofMegabytes(8);

  /** A message in two languages with 500 places and its signature has less. */
  private static final DataSize ORDERS = DataSize.ofKilobytes(256);

  @Bean
  EndpointRoles endpointRoles() {
    return EndpointRoles.table()
        .postByAnyRole("/api/v1/aqi")
        .storingNothing()
        .postByAnyRole("/api/v1/assessments")
        .storingNothing()
        .post("/api/v1/back-tests", Role.MONITORING, Role.OFFICE, Role.HEADQUARTERS, Role.EXPERTS)
        .storingNothing()
        .takingBodiesUpTo(SEASONS)
        .get("/api/v1/policies", Role.MONITORING, WHO_PREPARE)
        .get("/api/v1/policies/{reference}", Role.MONITORING, WHO_PREPARE)
        .post("/api/v1/policies", Role.OFFICE, Role.HEADQUARTERS)
        .post("/api/v1/policies/{reference}/activate", Role.HEADQUARTERS)
        .post("/api/v1/forecasts", Role.MONITORING)
        .get("/api/v1/forecasts", Role.MONITORING, WHO_PREPARE)
        .get("/api/v1/forecasts/template.csv", Role.MONITORING)
        .get("/api/v1/forecasts/template.xlsx", Role.MONITORING)
        .get("/api/v1/forecasts/tracking", Role.MONITORING, WHO_PREPARE)
        .get("/api/v1/forecasts/{id}", Role.MONITORING, WHO_PREPARE)
        .get("/api/v1/forecasts/tracking", Role.MONITORING, WHO_PREPARE)
        .get("/api/v1/forecasts/scores", Role.MONITORING, WHO_PREPARE)
        .post("/api/v1/observations", Role.MONITORING)
        .get("/api/v1/observations", Role.MONITORING, WHO_PREPARE)
        .get("/api/v1/observations/corrections", Role.MONITORING, WHO_PREPARE)
        .get("/api/v1/observations/template.csv", Role.MONITORING)
        .get("/api/v1/observations/template.xlsx", Role.MONITORING)
        .get("/api/v1/proposals", Role.MONITORING, WHO_PREPARE)
        .get("/api/v1/proposals/{id}", Role.MONITORING, WHO_PREPARE)
        .post("/api/v1/proposals/{id}/submit", Role.MONITORING, Role.OFFICE)
        .post("/api/v1/proposals/{id}/approve", Role.OFFICE, Role.HEADQUARTERS)
        .post("/api/v1/proposals/{id}/return", Role.OFFICE, Role.HEADQUARTERS)
        .post("/api/v1/proposals/{id}/reject", Role.OFFICE, Role.HEADQUARTERS)
        .get("/api/v1/proposals/{id}/opinions", Role.MONITORING, WHO_PREPARE)
        .post("/api/v1/proposals/{id}/opinions", Role.EXPERTS, Role.MONITORING)
        .get("/api/v1/proposals/{id}/approval-forms", Role.OFFICE, WHO_DECIDE_OR_LOOK)
        .get("/api/v1/proposals/{id}/approval-forms/{number}", Role.OFFICE, WHO_DECIDE_OR_LOOK)
        .post("/api/v1/proposals/{id}/approval-forms", Role.OFFICE, Role.HEADQUARTERS)
        .takingBodiesUpTo(SCAN)
        .get("/api/v1/emergency-codes", Role.OPERATOR, Role.HEADQUARTERS)
        .post("/api/v1/emergency-codes", Role.OPERATOR)
        .showingOnce("/code")
        .post("/api/v1/emergency-codes/{id}/confirm", Role.HEADQUARTERS)
        .post("/api/v1/emergency-codes/{id}/withdraw", Role.OPERATOR, Role.HEADQUARTERS)
        .get("/api/v1/roster", Role.OFFICE, Role.HEADQUARTERS, Role.OPERATOR)
        .get("/api/v1/roster/{id}", Role.OFFICE, Role.HEADQUARTERS, Role.OPERATOR)
        .post("/api/v1/roster", Role.OPERATOR)
        .post("/api/v1/roster/{id}/confirm", Role.HEADQUARTERS)
        .post("/api/v1/roster/{id}/end", Role.OPERATOR, Role.HEADQUARTERS)
        .getByAnyRole("/api/v1/warnings")
        .getByAnyRole("/api/v1/warnings/{id}")
        .getByAnyRole("/api/v1/warnings/{id}/timeline")
        .get("/api/v1/proposals/{id}/publication", Role.MONITORING, WHO_PREPARE)
        .getByAnyRole("/api/v1/warnings/{id}/cap")
        .getByAnyRole("/api/v1/warnings/{id}/cap-cn")
        .getByAnyRole("/api/v1/warnings/{id}/disseminations")
        .post("/api/v1/warnings/{id}/republish", Role.OFFICE, Role.PUBLICITY)
        .post("/api/v1/warnings/{id}/correction", Role.OFFICE)
        .storingNothing()
        .post("/api/v1/warnings/{id}/correction/confirm", Role.OFFICE)
        .getByAnyRole("/api/v1/drills")
        .post("/api/v1/drills", Role.OFFICE)
        .getByAnyRole("/api/v1/drills/{drill}")
        .post("/api/v1/drills/{drill}/end", Role.OFFICE)
        .post("/api/v1/drills/{drill}/forecasts", Role.MONITORING)
        .post("/api/v1/drills/{drill}/observations", Role.MONITORING)
        .get("/api/v1/drills/{drill}/proposals", Role.MONITORING, WHO_PREPARE)
        .get("/api/v1/drills/{drill}/proposals/{id}", Role.MONITORING, WHO_PREPARE)
        .post("/api/v1/drills/{drill}/proposals/{id}/submit", Role.MONITORING, Role.OFFICE)
        .post("/api/v1/drills/{drill}/proposals/{id}/approve", Role.OFFICE, Role.HEADQUARTERS)
        .post("/api/v1/drills/{drill}/proposals/{id}/return", Role.OFFICE, Role.HEADQUARTERS)
        .post("/api/v1/drills/{drill}/proposals/{id}/reject", Role.OFFICE, Role.HEADQUARTERS)
        .get("/api/v1/drills/{drill}/proposals/{id}/opinions", Role.MONITORING, WHO_PREPARE)
        .post("/api/v1/drills/{drill}/proposals/{id}/opinions", Role.EXPERTS, Role.MONITORING)
        .get("/api/v1/drills/{drill}/proposals/{id}/publication", Role.MONITORING, WHO_PREPARE)
        .getByAnyRole("/api/v1/drills/{drill}/warnings")
        .getByAnyRole("/api/v1/drills/{drill}/warnings/{id}")
        .getByAnyRole("/api/v1/drills/{drill}/warnings/{id}/timeline")
        .getByAnyRole("/api/v1/drills/{drill}/warnings/{id}/cap")
        .getByAnyRole("/api/v1/drills/{drill}/warnings/{id}/cap-cn")
        .getByAnyRole("/api/v1/drills/{drill}/warnings/{id}/disseminations")
        .post("/api/v1/drills/{drill}/warnings/{id}/correction", Role.OFFICE)
        .storingNothing()
        .post("/api/v1/drills/{drill}/warnings/{id}/correction/confirm", Role.OFFICE)
        .get("/api/v1/linkage", Role.MONITORING, WHO_PREPARE)
        .post("/api/v1/orders", Role.OPERATOR, Role.OFFICE)
        .takingBodiesUpTo(ORDERS)
        .get("/api/v1/orders", Role.MONITORING, WHO_PREPARE)
        .get("/api/v1/orders/{id}", Role.MONITORING, WHO_PREPARE)
        .get("/api/v1/orders/{id}/document", Role.MONITORING, WHO_PREPARE)
        .getByAnyRole("/api/v1/responses")
        .getByAnyRole("/api/v1/responses/stricter")
        .getByAnyRole("/api/v1/responses/stricter/{id}")
        .post("/api/v1/responses/stricter", Role.OFFICE)
        .post("/api/v1/responses/stricter/{id}/approve", Role.OFFICE, Role.HEADQUARTERS)
        .post("/api/v1/responses/stricter/{id}/end", Role.OFFICE)
        .open(HttpMethod.GET, "/public/warnings")
        .open(HttpMethod.GET, "/public/warnings/{id}")
        .open(HttpMethod.GET, "/public/warnings/{id}/cap")
        .open(HttpMethod.GET, "/public/warnings/{id}/cap-cn")
        .open(HttpMethod.GET, "/public/feed.atom");
  }
}
