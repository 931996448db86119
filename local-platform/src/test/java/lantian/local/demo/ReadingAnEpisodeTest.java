package lantian.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lantian.events.Pollutant;
import lantian.local.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAnEpisodeTest {
  private static final String HEADER =
      "station,observed_at,pm2_5_ug_m3,pm10_ug_m3,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3";

  @Test
  void thePackagedEpisodeIsDecember2016() {
    var episode = Episode.read(null);
    assertThat(episode.hours()).hasSize(864);
    assertThat(episode.first()).isEqualTo(Instant.parse("2016-12-07T16:00:00Z"));
    assertThat(episode.dates()).first().isEqualTo(LocalDate.of(2016, 12, 8));
    assertThat(episode.dates()).last().isEqualTo(LocalDate.of(2017, 1, 12));
    assertThat(episode.hours().getFirst().values())
        .containsEntry(Pollutant.PM2_5, new BigDecimal("172"))
        .containsEntry(Pollutant.CO, new BigDecimal("4.3"));
  }

  @Test
  void anEmptyCellIsAMissingValue() {
    var episode = Episode.parse("e", List.of(HEADER, "A,2016-12-08T00:00:00+08:00,1,,3,4,0.5,6"));
    assertThat(episode.hours().getFirst().values())
        .doesNotContainKey(Pollutant.PM10)
        .containsEntry(Pollutant.CO, new BigDecimal("0.5"));
  }

  @Test
  void theHoursAfterAMomentDoNotIncludeIt() {
    var episode = Episode.read(null);
    var ahead = episode.after(Instant.parse("2016-12-09T08:00:00Z"), 168);
    assertThat(ahead).hasSize(168);
    assertThat(ahead.getFirst().at()).isEqualTo(Instant.parse("2016-12-09T09:00:00Z"));
    assertThat(episode.after(episode.last(), 168)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,2016-12-08T00:00:00+08:00,1,2,3,4,5,6 ; A,2016-12-08T02:00:00+08:00,1,2,3,4,5,6 | 3",
        "A,2016-12-08T00:00:00+08:00,1,2,3,4,5,6 ; A,2016-12-08T00:00:00+08:00,1,2,3,4,5,6 | 3",
        "A,2016-12-08T00:00:00+08:00,1,2,x,4,5,6 | 2",
        "A,2016-12-08 00:00,1,2,3,4,5,6 | 2",
        "A,2016-12-08T00:00:00+08:00,1,2,3,4,5 | 2",
      })
  void aBadLineIsNamed(String rows, int line) {
    var lines = new java.util.ArrayList<>(List.of(HEADER));
    lines.addAll(List.of(rows.split(" ; ")));
    assertThatThrownBy(() -> Episode.parse("my.csv", lines))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("my.csv")
        .hasMessageContaining("第 " + line + " 行")
        .hasMessageContaining("ine " + line);
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThatThrownBy(() -> Episode.parse("e", List.of("station,observed_at", "A,B")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("pm2_5_ug_m3");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Episode.read(Path.of("no-such.csv")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no-such.csv");
  }
}
