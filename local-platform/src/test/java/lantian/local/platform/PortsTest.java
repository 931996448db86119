package lantian.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import lantian.local.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

  @Test
  void theyFollowTheBaseInTheOrderOfTheContract() {
    var ports = new Ports(8080);

    assertThat(ports.of(PlatformPort.CONSOLE)).isEqualTo(8080);
    assertThat(ports.of(PlatformPort.WARNING)).isEqualTo(8081);
    assertThat(ports.of(PlatformPort.TASKING)).isEqualTo(8082);
    assertThat(ports.of(PlatformPort.NOTIFICATION)).isEqualTo(8083);
    assertThat(ports.of(PlatformPort.REPORTING)).isEqualTo(8084);
    assertThat(ports.of(PlatformPort.KAFKA)).isEqualTo(8085);
    assertThat(ports.of(PlatformPort.KAFKA_CONTROLLER)).isEqualTo(8086);
    assertThat(ports.of(PlatformPort.POSTGRES)).isEqualTo(8087);
    assertThat(ports.of(PlatformPort.DEMO_RECEIVERS)).isEqualTo(8088);
    assertThat(ports.of(PlatformPort.DEMO_MAIL)).isEqualTo(8089);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 80, 1023, 65_527, 70_000})
  void aBaseWithoutRoomIsRefused(int base) {
    assertThatThrownBy(() -> new Ports(base))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(Integer.toString(base));
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 65_526})
  void theFirstAndTheLastBaseWithRoomAreTaken(int base) {
    assertThat(new Ports(base).of(PlatformPort.DEMO_MAIL)).isBetween(1033, 65_535);
  }

  @Test
  void aPortThatSomebodyUsesIsNamedInBothLanguages() throws Exception {
    var ports = FreePorts.next();
    int taken = ports.of(PlatformPort.POSTGRES);

    try (var somebody = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
      assertThat(somebody.isBound()).isTrue();
      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("端口已被占用：" + taken + " (PostgreSQL)")
          .hasMessageContaining("Port already taken: " + taken + " (PostgreSQL)");
    }
    assertThatCode(ports::requireFree).doesNotThrowAnyException();
  }

  @Test
  void aListenerOnAllAddressesTakesThePortToo() throws Exception {
    var ports = FreePorts.next();

    try (var somebody = new ServerSocket(ports.of(PlatformPort.KAFKA))) {
      assertThat(somebody.isBound()).isTrue();
      assertThatThrownBy(ports::requireFree).hasMessageContaining("(Kafka)");
    }
  }
}
