package lantian.reporting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import lantian.testing.OnRealBrokerAndDatabase;
import org.springframework.boot.test.context.SpringBootTest;

/** The service alone, on a real broker and a real database. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
    classes = ReportingService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=reporting-service")
@OnRealBrokerAndDatabase
public @interface OnReportingService {}
