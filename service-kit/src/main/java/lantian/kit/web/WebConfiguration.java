package lantian.kit.web;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** REST as every service speaks it. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ApiDescription.class})
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
