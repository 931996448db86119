package lantian.warning.publication.signature;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** What signs, with the key of this deployment; without a key the service does not start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigningSettings.class)
class SigningConfiguration {

  @Bean
  Signing signing(SigningSettings settings, Environment environment) {
    return new Signing(settings.signingKey(environment.acceptsProfiles(Profiles.of("local"))));
  }
}
