package lantian.console.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The pages are public and hold nothing; what is not listed here is denied. What is not for
 * everybody a page asks the services for with the token that its reader types in, and what is
 * decided on a page is decided by the service, of the person of that token. There is no cookie and
 * no session, so that a forged request (CSRF) finds nothing of a person to act with: it would have
 * to bring the token itself.
 */
@Configuration(proxyBeanMethods = false)
class PageAccess {

  private static final String NOTHING_FROM_ELSEWHERE =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        HttpMethod.GET,
                        "/",
                        "/drill",
                        "/approvals",
                        "/assets/**",
                        "/actuator/health/**",
                        "/actuator/prometheus",
                        "/error")
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.POST, "/drill", "/approvals", "/approvals/decisions")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers.contentSecurityPolicy(csp -> csp.policyDirectives(NOTHING_FROM_ELSEWHERE)))
        .build();
  }
}
