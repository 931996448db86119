package lantian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import lantian.events.DutiesEvent;
import lantian.events.Event;
import lantian.events.EventType;
import lantian.events.WarningLevelChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventSamplesTest {

  @ParameterizedTest
  @EnumSource
  void everyTypeHasASampleThatAServiceReads(EventType type) {
    assertThat(EventType.of(EventSamples.of(type))).isEqualTo(type);
  }

  @Test
  void aFamilyHasTheSamplesOfItsTopic() {
    assertThat(EventSamples.of(DutiesEvent.class)).hasSize(7);
    assertThat(EventSamples.of(Event.class)).hasSize(EventType.values().length);
  }

  @Test
  void aRecordHasItsOwn() {
    assertThat(EventSamples.ofRecord(WarningLevelChanged.class).version()).isEqualTo(1);
  }
}
