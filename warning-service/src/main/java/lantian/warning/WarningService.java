package lantian.warning;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Judges forecasts and observations, has changes of level approved, and publishes them. */
@SpringBootApplication
public class WarningService {

  /** The service as it stands alone and as a local platform starts it. */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(WarningService.class)
        .properties("spring.config.name=warning-service");
  }

  public static void main(String[] args) {
    application().run(args);
  }
}
