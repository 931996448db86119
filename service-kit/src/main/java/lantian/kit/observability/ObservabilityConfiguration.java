package lantian.kit.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import lantian.kit.time.Repeating;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Metrics and traces as every service has them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SurveySettings.class)
public class ObservabilityConfiguration {

  @Bean
  Traces traces(Tracer tracer, Propagator propagator) {
    return new Traces(tracer, propagator);
  }

  /** Traces are kept to ourselves unless somebody says where they go. */
  @Bean
  @ConditionalOnExpression("!'${lantian.traces.endpoint:}'.isBlank()")
  OtlpTracingConnectionDetails traceReceiver(@Value("${lantian.traces.endpoint}") String endpoint) {
    return _ -> endpoint;
  }

  @Bean
  Survey outboxSurvey(JdbcClient sql) {
    return new OutboxSurvey(sql);
  }

  @Bean
  Survey clockSurvey(JdbcClient sql) {
    return new ClockSurvey(sql, Clock.systemUTC());
  }

  @Bean
  Survey booksSurvey(ObjectProvider<Books> books, Clock clock, SurveySettings settings) {
    return new BooksSurvey(books.orderedStream().toList(), clock, settings.booksPatience());
  }

  @Bean
  Surveying surveying(
      ObjectProvider<Survey> surveys, SurveySettings settings, MeterRegistry metrics) {
    return new Surveying(surveys.orderedStream().toList(), settings, metrics);
  }

  @Bean
  Repeating surveysInTime(Surveying surveying, SurveySettings settings) {
    return new Repeating("surveying", settings.pause(), surveying::lookAtWhatIsDue);
  }
}
