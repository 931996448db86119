package lantian.reporting;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Keeps projections of what happened, and the evaluation report that is owed for each lift. */
@SpringBootApplication
public class ReportingService {

  /** The service as it stands alone and as a local platform starts it. */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(ReportingService.class)
        .properties("spring.config.name=reporting-service");
  }

  public static void main(String[] args) {
    application().run(args);
  }
}
