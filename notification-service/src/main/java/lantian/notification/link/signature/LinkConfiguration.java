package lantian.notification.link.signature;

import lantian.notification.NotificationSettings;
import lantian.notification.link.Links;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The links, with the keys of this deployment; without keys the service does not start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkSettings.class)
class LinkConfiguration {

  @Bean
  Links links(LinkSettings settings, NotificationSettings service, Environment environment) {
    var local = environment.acceptsProfiles(Profiles.of("local"));
    return new JwsLinks(LinkKeys.of(settings, local), settings.validFor(), service.publicUrl());
  }
}
