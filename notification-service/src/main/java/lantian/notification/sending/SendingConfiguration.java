package lantian.notification.sending;

import lantian.notification.NotificationSettings;
import lantian.notification.delivery.GiveUpAfter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands out what the settings say. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

  @Bean
  GiveUpAfter giveUpAfter(NotificationSettings settings) {
    return new GiveUpAfter(settings.retrying().giveUpAfter());
  }
}
