package lantian.notification;

import lantian.kit.security.EndpointRoles;
import lantian.kit.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what. */
@Configuration(proxyBeanMethods = false)
public class NotificationEndpoints {

  @Bean
  EndpointRoles endpointRoles() {
    return EndpointRoles.table()
        .get("/api/v1/contacts", Role.OFFICE, Role.OPERATOR, Role.LIAISON)
        .post("/api/v1/contacts", Role.OFFICE, Role.OPERATOR)
        .showingOnce("/secret")
        .get("/api/v1/contacts/*", Role.OFFICE, Role.OPERATOR, Role.LIAISON)
        .put("/api/v1/contacts/*", Role.OFFICE, Role.OPERATOR)
        .delete("/api/v1/contacts/*", Role.OFFICE, Role.OPERATOR)
        .get(
            "/api/v1/deliveries",
            Role.OFFICE,
            Role.HEADQUARTERS,
            Role.SUPERVISION,
            Role.OPERATOR,
            Role.LIAISON)
        .get(
            "/api/v1/deliveries/*",
            Role.OFFICE,
            Role.HEADQUARTERS,
            Role.SUPERVISION,
            Role.OPERATOR,
            Role.LIAISON)
        .post("/api/v1/deliveries/*/acknowledge", Role.OFFICE, Role.LIAISON)
        .getByAnyRole("/api/v1/escalation-policies/*")
        // The token in the path is what lets in.
        .open(HttpMethod.GET, "/a/*")
        .open(HttpMethod.HEAD, "/a/*")
        .open(HttpMethod.POST, "/a/*");
  }
}
