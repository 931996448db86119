package lantian.notification.channel.email;

import lantian.notification.NotificationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The e-mail channel, which is off without a server. */
@Configuration(proxyBeanMethods = false)
class EmailConfiguration {

  @Bean
  EmailTargets emailTargets(NotificationSettings settings) {
    return new EmailTargets(settings.email().on());
  }
}
