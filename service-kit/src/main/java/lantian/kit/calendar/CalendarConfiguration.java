package lantian.kit.calendar;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendars of the service: the packaged ones and those of {@code LANTIAN_CALENDARS}. */
@Configuration(proxyBeanMethods = false)
public class CalendarConfiguration {

  @Bean
  WorkingDays workingDays(@Value("${lantian.calendars}") String folder) {
    return new WorkingDays(new HolidayCnFiles().read(folder.isBlank() ? null : Path.of(folder)));
  }
}
