package lantian.tasking;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Turns each level change into duties of units by the plan, and follows them to their end. */
@SpringBootApplication
@EnableConfigurationProperties(TaskingSettings.class)
public class TaskingService {

  /** The service as it stands alone and as a local platform starts it. */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(TaskingService.class)
        .properties("spring.config.name=tasking-service");
  }

  public static void main(String[] args) {
    application().run(args);
  }
}
