package lantian.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a service's test against a real Kafka broker and a real PostgreSQL, started once for all
 * tests of a module, with tokens of its own. Beside it stands {@code @SpringBootTest(classes =
 * XService.class, webEnvironment = RANDOM_PORT, properties = "spring.config.name=x-service")}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@ContextConfiguration(initializers = BrokerAndDatabase.class)
@Import({TestTokens.class, Rest.class, TopicProbe.class})
@ActiveProfiles("local")
public @interface OnRealBrokerAndDatabase {}
