package lantian.kit.idempotency;

import lantian.kit.security.EndpointRoles;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Honours {@code Idempotency-Key} wherever the table of endpoints says that a POST stores. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencySettings.class)
public class IdempotencyConfiguration {

  @Bean
  KeptAnswers keptAnswers(JdbcClient sql, IdempotencySettings settings) {
    return new KeptAnswers(sql, settings);
  }

  @Bean
  ForgettingAnswers forgettingAnswers(KeptAnswers answers, IdempotencySettings settings) {
    return new ForgettingAnswers(answers, settings.forgetEvery());
  }

  /** After the security filters: who may not call is told so, and leaves no key. */
  @Bean
  FilterRegistrationBean<AnsweringOnce> answeringOnce(
      EndpointRoles table,
      KeptAnswers answers,
      TransactionTemplate transaction,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var filter =
        new FilterRegistrationBean<>(new AnsweringOnce(table, answers, transaction, problems));
    filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10);
    return filter;
  }
}
