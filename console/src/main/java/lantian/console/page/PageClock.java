package lantian.console.page;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock by which a page says when it was read: the machine's, for nothing is decided by it. */
@Configuration(proxyBeanMethods = false)
class PageClock {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
