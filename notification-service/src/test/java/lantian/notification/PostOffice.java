package lantian.notification;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The mail server that the service under test hands its mail to. */
@TestConfiguration(proxyBeanMethods = false)
public class PostOffice {

  @Bean
  MailServer postOffice() {
    return new MailServer();
  }

  @Bean
  DynamicPropertyRegistrar portOfThePostOffice(MailServer postOffice) {
    return properties -> properties.add("lantian.notification.email.port", postOffice::port);
  }
}
