package lantian.local.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * What a service is told on the local platform, as the arguments of its start: the same settings
 * that environment variables ({@code LANTIAN_KAFKA}, {@code LANTIAN_DB_URL}, …) give it elsewhere.
 */
record ServiceSettings(Ports ports, DataFolder data) {

  List<String> of(PlatformService service) {
    var settings = new ArrayList<String>();
    settings.add("--spring.profiles.active=local");
    settings.add("--spring.main.banner-mode=off");
    settings.add("--spring.main.register-shutdown-hook=false");
    // Each service counts for itself, though all stand in one JVM.
    settings.add("--management.metrics.use-global-registry=false");
    settings.add("--server.address=127.0.0.1");
    settings.add("--server.port=" + ports.of(service.port()));
    settings.add("--lantian.data-dir=" + data.path());
    settings.add("--lantian.issuer-uri=" + ports.url(PlatformPort.CONSOLE));
    settings.add("--lantian.kafka=127.0.0.1:" + ports.of(PlatformPort.KAFKA));
    for (var other : PlatformService.ALL) {
      settings.add("--lantian.services." + other.name() + "=" + ports.url(other.port()));
    }
    service
        .schema()
        .ifPresent(
            schema -> {
              settings.add(
                  "--lantian.db.url=jdbc:postgresql://127.0.0.1:"
                      + ports.of(PlatformPort.POSTGRES)
                      + "/lantian");
              settings.add("--lantian.db.user=" + schema);
              settings.add("--lantian.db.password=" + data.secret("db-" + schema));
            });
    return settings;
  }
}
