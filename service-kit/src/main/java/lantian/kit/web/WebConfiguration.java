package lantian.kit.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** REST as every service speaks it. */
@Configuration(proxyBeanMethods = false)
@Import(ProblemAdvice.class)
public class WebConfiguration {

  @Bean
  @Primary
  JsonMapper jsonMapper() {
    return StrictJson.forRequests();
  }

  @Bean
  ProblemResponses problemResponses(MessageSource messages, JsonMapper jsonMapper) {
    return new ProblemResponses(messages, jsonMapper);
  }

  @Bean
  LocaleResolver localeResolver() {
    var resolver = new AcceptHeaderLocaleResolver();
    resolver.setSupportedLocales(List.of(Languages.CHINESE, Locale.CHINESE, Languages.ENGLISH));
    resolver.setDefaultLocale(Languages.CHINESE);
    return resolver;
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
