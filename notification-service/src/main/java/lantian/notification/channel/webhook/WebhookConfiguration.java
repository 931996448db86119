package lantian.notification.channel.webhook;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import lantian.events.Channel;
import lantian.kit.observability.Traces;
import lantian.notification.NotificationSettings;
import lantian.notification.NotificationSettings.Sending;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsHttpClientBuilder;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import tools.jackson.databind.json.JsonMapper;

/** The webhook channel with a client that does nothing by itself. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

  @Bean(destroyMethod = "close")
  NameResolver nameResolver(NotificationSettings settings) {
    return new NameResolver(settings.webhook().timeout());
  }

  @Bean
  WebhookTargets webhookTargets(
      NotificationSettings settings, Environment environment, NameResolver names) {
    return new WebhookTargets(
        environment.acceptsProfiles(Profiles.of("local")), settings.webhook().ports(), names);
  }

  @Bean
  WebhookChannel webhookChannel(
      CloseableHttpClient webhookClient,
      WebhookTargets targets,
      ScheduledExecutorService webhookWatchdog,
      NotificationSettings settings,
      JsonMapper json,
      Traces traces) {
    return new WebhookChannel(
        webhookClient, targets, webhookWatchdog, settings.webhook().timeout(), json, traces);
  }

  /** No redirects, cookies, second attempts, proxies of the environment, or unpacking. */
  @Bean
  CloseableHttpClient webhookClient(
      WebhookTargets targets, NameResolver names, NotificationSettings settings) {
    return client(targets, names, settings.webhook().timeout(), settings.sending());
  }

  static CloseableHttpClient client(
      WebhookTargets targets, NameResolver names, Duration timeout, Sending sending) {
    return new HttpComponentsHttpClientBuilder()
        .withDnsResolver(names)
        .withCustomizer(
            http ->
                http.disableAutomaticRetries()
                    .disableRedirectHandling()
                    .disableCookieManagement()
                    .disableAuthCaching()
                    .disableContentCompression()
                    .setRoutePlanner(new DefaultRoutePlanner(null))
                    .setKeepAliveStrategy((_, _) -> TimeValue.ofSeconds(5))
                    .setUserAgent("lantian-notification"))
        .withConnectionManagerCustomizer(
            connections ->
                connections
                    .setMaxConnPerRoute(sending.maxInFlightPerOrigin())
                    .setMaxConnTotal(sending.of(Channel.WEBHOOK).maxInFlight()))
        .withConnectionConfigCustomizer(
            connection -> connection.setValidateAfterInactivity(TimeValue.ofMilliseconds(100)))
        .withDefaultRequestConfigCustomizer(
            request ->
                request
                    .setConnectionRequestTimeout(Timeout.of(timeout))
                    .setResponseTimeout(Timeout.of(timeout)))
        .build(
            HttpClientSettings.defaults()
                .withTimeouts(timeout, timeout)
                .withRedirects(HttpRedirects.DONT_FOLLOW)
                .withCookieHandling(HttpCookieHandling.DISABLE)
                .withInetAddressFilter(targets.allowed()));
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService webhookWatchdog() {
    var watchdog =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("webhook-watchdog").daemon().factory());
    watchdog.setRemoveOnCancelPolicy(true);
    return watchdog;
  }
}
