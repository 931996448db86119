package lantian.kit.security;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.stream.Stream;
import lantian.kit.web.ProblemResponses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every service is an OAuth2 resource server that denies what its table does not list. */
@Configuration(proxyBeanMethods = false)
public class ResourceServerConfiguration {
  /** What every service has, beside its own table. */
  private static final EndpointRoles OF_EVERY_SERVICE =
      EndpointRoles.table()
          .open(HttpMethod.GET, "/actuator/health/**")
          .open(HttpMethod.GET, "/actuator/prometheus")
          .open(HttpMethod.GET, "/v3/api-docs/**")
          .open(HttpMethod.GET, "/swagger-ui.html")
          .open(HttpMethod.GET, "/swagger-ui/**")
          .get("/api/v1/parked-records", Role.OPERATOR)
          .get("/api/v1/parked-records/{id}", Role.OPERATOR)
          .post("/api/v1/parked-records/{id}/replay", Role.OPERATOR)
          .post("/api/v1/parked-records/{id}/dismiss", Role.OPERATOR)
          .post("/local/clock", Role.OPERATOR)
          .storingNothing()
          .get("/local/clock", Role.OPERATOR)
          .post("/local/crash-point", Role.OPERATOR)
          .storingNothing()
          .get("/local/crash-point", Role.OPERATOR)
          .get("/local/settled", Role.OPERATOR);

  @Bean
  SecurityFilterChain resourceServer(
      HttpSecurity http, EndpointRoles table, ProblemResponses problems, MeterRegistry metrics)
      throws Exception {
    var refused = new RefusedTokens(metrics);
    return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable()) // bearer tokens only, no cookies
        .authorizeHttpRequests(
            requests -> {
              requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
              for (var entry : entries(table)) {
                var matched = requests.requestMatchers(entry.method(), entry.path());
                if (entry.isOpen()) {
                  matched.permitAll();
                } else {
                  matched.hasAnyAuthority(
                      entry.roles().stream().map(Role::claim).toArray(String[]::new));
                }
              }
              requests.anyRequest().denyAll();
            })
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(rolesOfTheToken()))
                    .authenticationEntryPoint(problems::unauthenticated)
                    .accessDeniedHandler(problems::forbidden)
                    .withObjectPostProcessor(failingAs(problems, refused)))
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(problems::unauthenticated)
                    .accessDeniedHandler(problems::forbidden))
        .build();
  }

  /** Without this an issuer that does not answer would be an error of ours, 500. */
  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failingAs(
      ProblemResponses problems, RefusedTokens refused) {
    return new ObjectPostProcessor<>() {
      @Override
      public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
        filter.setAuthenticationFailureHandler(
            (request, response, why) -> {
              refused.count(why);
              problems.unauthenticated(request, response, why);
            });
        return filter;
      }
    };
  }

  /** An address that the firewall does not let through is a problem like any other. */
  @Bean
  RequestRejectedHandler rejectedRequests(ProblemResponses problems) {
    return problems::rejected;
  }

  /** The whole table of a service: what all have, and its own. */
  public static List<EndpointRoles.Entry> entries(EndpointRoles table) {
    return Stream.concat(OF_EVERY_SERVICE.entries().stream(), table.entries().stream()).toList();
  }

  private static JwtAuthenticationConverter rolesOfTheToken() {
    var converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(
        jwt ->
            CallerArgument.rolesOf(jwt).stream()
                .<org.springframework.security.core.GrantedAuthority>map(
                    role ->
                        new org.springframework.security.core.authority.SimpleGrantedAuthority(
                            role.claim()))
                .toList());
    return converter;
  }

  @Bean
  WebMvcConfigurer callerArgument() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
      }
    };
  }
}
