package lantian.console.page;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are.
 *
 * @param services base addresses by the services' names
 */
@ConfigurationProperties("lantian")
public record ServiceAddresses(Map<String, String> services) {

  /** The address of one service. */
  public String of(String service) {
    var address = services.get(service);
    if (address == null) {
      throw new IllegalArgumentException("lantian.services." + service + " is not set");
    }
    return address;
  }
}
