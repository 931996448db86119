package lantian.kit.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How large a request may be and how long its body may take to come. Tomcat counts a form and what
 * it swallows, but not a JSON body; its own limit of headers must be above this one, for it answers
 * without a document.
 */
@ConfigurationProperties("lantian.requests")
public record RequestLimits(DataSize largestBody, DataSize largestHeaders, Duration slowestBody) {

  RequestLimits withBodiesUpTo(DataSize largest) {
    return new RequestLimits(largest, largestHeaders, slowestBody);
  }
}
