package lantian.local.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a service is told on the local platform: the same settings that environment variables
 * ({@code LANTIAN_KAFKA}, {@code LANTIAN_DB_URL}, …) give it elsewhere.
 */
public record ServiceSettings(Ports ports, DataFolder data) {

  private static final List<PlatformPort> SERVICES =
      List.of(
          PlatformPort.WARNING,
          PlatformPort.TASKING,
          PlatformPort.NOTIFICATION,
          PlatformPort.REPORTING);

  /** What only the console has on its class path, where it stands alone. */
  private static final List<String> ONLY_CONSOLE =
      List.of(
          "org.springframework.boot.security.oauth2.server.authorization.",
          "org.springframework.boot.thymeleaf.");

  /** What only the services with a database have on theirs. */
  private static final List<String> ONLY_SERVICES =
      List.of(
          "lantian.kit.",
          "org.springframework.boot.jdbc.",
          "org.springframework.boot.flyway.",
          "org.springframework.boot.transaction.",
          "org.springframework.boot.kafka.",
          "org.springframework.boot.mail.",
          "org.springframework.boot.integration.",
          "org.springframework.boot.micrometer.tracing.",
          "org.springframework.boot.opentelemetry.",
          "org.springframework.boot.security.oauth2.server.resource.",
          "org.springframework.cloud.",
          "org.springdoc.");

  /** What only one of the services with a database has on its own. */
  private static final String MAIL = "org.springframework.boot.mail.";

  /** As the arguments of its start in the JVM that holds all of them. */
  List<String> arguments(PlatformService service) {
    var settings = new LinkedHashMap<>(of(service));
    settings.put("spring.main.register-shutdown-hook", "false");
    // Each service counts for itself, though all stand in one JVM.
    settings.put("management.metrics.use-global-registry", "false");
    settings.put(AutoConfigurationChoice.LEFT_OUT, String.join(",", leftOut(service)));
    return settings.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toList();
  }

  /** By name; the same wherever it runs. */
  public Map<String, String> of(PlatformService service) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("spring.profiles.active", "local");
    settings.put("spring.main.banner-mode", "off");
    settings.put("server.address", "127.0.0.1");
    settings.put("server.port", Integer.toString(ports.of(service.port())));
    settings.put("lantian.data-dir", data.path().toString());
    settings.put("lantian.issuer-uri", ports.url(PlatformPort.CONSOLE));
    settings.put("lantian.kafka", "127.0.0.1:" + ports.of(PlatformPort.KAFKA));
    for (var other : SERVICES) {
      settings.put("lantian.services." + other.owner(), ports.url(other));
    }
    if (service.port() == PlatformPort.WARNING) {
      settings.put("lantian.warning.signing.key-file", data.keyFile("cap.pem").toString());
    }
    if (service.port() == PlatformPort.NOTIFICATION) {
      settings.put("lantian.notification.link.key-file", data.secretFile("link").toString());
      settings.putAll(mail());
    }
    service
        .schema()
        .ifPresent(
            schema -> {
              settings.put(
                  "lantian.db.url",
                  "jdbc:postgresql://127.0.0.1:" + ports.of(PlatformPort.POSTGRES) + "/lantian");
              settings.put("lantian.db.user", schema);
              settings.put("lantian.db.password", data.secret("db-" + schema));
            });
    service
        .applicationRole()
        .ifPresent(
            role -> {
              settings.put("lantian.db.owner", settings.get("lantian.db.user"));
              settings.put("lantian.db.owner-password", settings.get("lantian.db.password"));
              settings.put("lantian.db.user", role);
              settings.put("lantian.db.password", data.secret("db-" + role));
            });
    return settings;
  }

  /** The demo's mail server, unless the one of the environment is meant. */
  private Map<String, String> mail() {
    return System.getenv("LANTIAN_MAIL_HOST") != null
        ? Map.of()
        : Map.of(
            "lantian.notification.email.host", "127.0.0.1",
            "lantian.notification.email.port", Integer.toString(ports.of(PlatformPort.DEMO_MAIL)),
            "lantian.notification.email.security", "NONE",
            "lantian.notification.email.from", "lantian@lantian.example");
  }

  private static List<String> leftOut(PlatformService service) {
    if (service.schema().isEmpty()) {
      return ONLY_SERVICES;
    }
    var leftOut = new ArrayList<>(ONLY_CONSOLE);
    if (service.port() != PlatformPort.NOTIFICATION) {
      leftOut.add(MAIL);
    }
    return leftOut;
  }
}
