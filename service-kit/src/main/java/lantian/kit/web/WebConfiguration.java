package lantian.kit.web;

import io.micrometer.common.KeyValue;
import java.util.List;
import lantian.kit.security.EndpointRoles;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerHttpObservationDocumentation.HighCardinalityKeyNames;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** REST as every service speaks it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RequestLimits.class)
@Import({ProblemAdvice.class, ProblemErrorPage.class, ApiDescription.class})
public class WebConfiguration {

  @Bean
  @Primary
  JsonMapper strictJsonMapper() {
    return StrictJson.forRequests();
  }

  @Bean
  ProblemResponses problemResponses(MessageSource messages, JsonMapper jsonMapper) {
    return new ProblemResponses(messages, jsonMapper);
  }

  /** Traces show no secret of a path either. */
  @Bean
  ServerRequestObservationConvention serverRequestObservationConvention() {
    return new DefaultServerRequestObservationConvention() {
      @Override
      protected KeyValue httpUrl(ServerRequestObservationContext context) {
        var request = context.getCarrier();
        return request == null
            ? super.httpUrl(context)
            : HighCardinalityKeyNames.HTTP_URL.withValue(ShownPath.of(request));
      }
    };
  }

  /** Before everything that might read a body, the filters of security too. */
  @Bean
  FilterRegistrationBean<LimitingRequests> limitingRequests(
      RequestLimits limits, ObjectProvider<EndpointRoles> table, ProblemResponses problems) {
    var entries = table.stream().flatMap(each -> each.entries().stream()).toList();
    var filter = new FilterRegistrationBean<>(new LimitingRequests(limits, entries, problems));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> closingOnSlowRequests() {
    return tomcat -> tomcat.addEngineValves(new ClosingOnSlowRequests());
  }

  @Bean
  WebMvcConfigurer expectedVersionArgument() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ExpectedVersionArgument());
      }
    };
  }
}
