package lantian.notification;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the notification-service, alone or inside the local platform. */
@SpringBootApplication
@EnableConfigurationProperties(NotificationSettings.class)
public class NotificationService {

  /** The application as every starter of it uses it. */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(NotificationService.class)
        .properties("spring.config.name=notification-service");
  }

  public static void main(String[] args) {
    application().run(args);
  }
}
