package lantian.kit.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import lantian.kit.sample.SampleService;
import lantian.testing.OnRealBrokerAndDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figure of which the alert ClockOff is made. */
@SpringBootTest(
    classes = SampleService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=sample-service")
@OnRealBrokerAndDatabase
class ClockThatIsOffTest {
  @Autowired JdbcClient sql;

  @ParameterizedTest
  @ValueSource(longs = {-600, -3, 3, 600})
  @DisplayName("F31: how far the machine is ahead of its database")
  void aMachineWhoseClockIsOffSaysByHowMuchAndInWhichDirection(long seconds) {
    var machine = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
    assertThat(new ClockSurvey(sql, machine).look())
        .singleElement()
        .satisfies(figure -> assertThat(figure.value()).isCloseTo(seconds, within(1.0)));
  }
}
