package lantian.console;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The console on its own, or as one of several applications in the local platform's JVM. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ConsoleService {

  /** The application, told where its configuration is. */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(ConsoleService.class)
        .properties("spring.config.name=console");
  }

  /** Starts the console alone. */
  public static void main(String[] arguments) {
    application().run(arguments);
  }
}
