package lantian.notification.channel.email;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import lantian.notification.NotificationSettings;
import lantian.notification.NotificationSettings.Email;
import lantian.notification.NotificationSettings.Security;
import lantian.notification.channel.Names;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The e-mail channel, which is off without a server. */
@Configuration(proxyBeanMethods = false)
class EmailConfiguration {

  @Bean
  EmailTargets emailTargets(NotificationSettings settings) {
    return new EmailTargets(settings.email().on());
  }

  @Bean
  EmailChannel emailChannel(
      ObjectProvider<JavaMailSenderImpl> mailServer,
      NotificationSettings settings,
      MessageSource messages,
      Names mailServerNames) {
    return new EmailChannel(
        Optional.ofNullable(mailServer.getIfAvailable()),
        new Letters(settings.email().from(), new LetterText(messages)),
        mailServerNames,
        settings.email().longestCall());
  }

  @Bean
  Names mailServerNames(NotificationSettings settings) {
    return new Names(settings.email().timeout());
  }

  /** Where mail is handed to; Boot's health indicator for mail looks at it too, where it is on. */
  @Bean
  @ConditionalOnExpression("!'${lantian.notification.email.host:}'.isBlank()")
  JavaMailSenderImpl mailServer(
      NotificationSettings settings,
      Environment environment,
      ScheduledExecutorService mailWrites,
      SslBundles bundles)
      throws IOException {
    var email = settings.email();
    var server = server(email, environment.acceptsProfiles(Profiles.of("local")), mailWrites);
    if (!email.sslBundle().isBlank()) {
      trust(server, bundles.getBundle(email.sslBundle()));
    }
    return server;
  }

  /** The certificates that this bundle trusts, instead of those that the JVM does. */
  static void trust(JavaMailSenderImpl server, SslBundle bundle) {
    server
        .getJavaMailProperties()
        .put("mail.smtp.ssl.socketFactory", bundle.createSslContext().getSocketFactory());
  }

  static JavaMailSenderImpl server(Email email, boolean local, ScheduledExecutorService writes)
      throws IOException {
    if (email.security() == Security.NONE && !local) {
      throw new IllegalStateException(
          "lantian.notification.email.security: NONE is for a local platform; STARTTLS or TLS");
    }
    if (!EmailTargets.isAddress(email.from())) {
      throw new IllegalStateException(
          "lantian.notification.email.from: a mail address is needed to send mail");
    }
    var server = new JavaMailSenderImpl();
    server.setHost(email.host());
    server.setPort(email.port());
    server.setDefaultEncoding(StandardCharsets.UTF_8.name());
    if (!email.username().isBlank()) {
      server.setUsername(email.username());
      server.setPassword(password(email));
    }
    server.setJavaMailProperties(properties(email, writes));
    return server;
  }

  private static Properties properties(Email email, ScheduledExecutorService writes) {
    var timeout = Long.toString(email.timeout().toMillis());
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.connectiontimeout", timeout);
    properties.setProperty("mail.smtp.timeout", timeout);
    properties.setProperty("mail.smtp.writetimeout", timeout);
    properties.put("mail.smtp.executor.writetimeout", writes);
    // The name of this machine is nobody's business, and finding it out may take its time.
    properties.setProperty(
        "mail.smtp.localhost", email.from().substring(email.from().indexOf('@') + 1));
    properties.setProperty("mail.smtp.from", email.from());
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.auth", Boolean.toString(!email.username().isBlank()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (email.security()) {
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case NONE -> {}
    }
    return properties;
  }

  private static String password(Email email) throws IOException {
    var file = email.passwordFile();
    return file == null ? email.password() : Files.readString(file).strip();
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService mailWrites() {
    var writes =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("mail-writes").daemon().factory());
    writes.setRemoveOnCancelPolicy(true);
    return writes;
  }
}
