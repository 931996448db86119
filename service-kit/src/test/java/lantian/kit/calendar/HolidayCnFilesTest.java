package lantian.kit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a calendar file must be, and what a folder of newer ones does. */
class HolidayCnFilesTest {
  private final HolidayCnFiles files = new HolidayCnFiles();

  @Test
  void thePackagedYearsAreAllThereAndNameTheirNotice() {
    assertThat(files.read(null))
        .hasSize(14)
        .allSatisfy(year -> assertThat(year.published()).isTrue())
        .allSatisfy(year -> assertThat(year.papers()).isNotEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "not json | is not JSON",
        "'' | needs a year and a list of days",
        "[] | needs a year and a list of days",
        "{\"year\": \"2027\", \"days\": []} | needs a year and a list of days",
        "{\"year\": 2027} | needs a year and a list of days",
        "{\"year\": 2027, \"days\": [{\"isOffDay\": true}]} | without a date",
        "{\"year\": 2027, \"days\": [{\"date\": \"2027-02-30\", \"isOffDay\": true}]} | without a date",
        "{\"year\": 2027, \"days\": [{\"date\": \"2027-01-01\"}]} | whether it is a day off",
        "{\"year\": 2027, \"days\": [{\"date\": \"2027-01-01\", \"isOffDay\": 1}]} | whether it is a day off",
        "{\"year\": 2027, \"days\": [{\"date\": \"2029-01-01\", \"isOffDay\": true}]} | not a day of its years",
        "{\"year\": 2027, \"days\": [{\"date\": \"2027-01-01\", \"isOffDay\": true}, {\"date\": \"2027-01-01\", \"isOffDay\": false}]} | named twice",
        "{\"year\": 2027, \"year\": 2028, \"days\": []} | is not JSON",
      })
  void aBadFileIsRefusedWithItsNameAndTheReason(String text, String reason) {
    assertThatThrownBy(() -> files.parse("2027.json", text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableCalendar.class)
        .hasMessageStartingWith("2027.json: ")
        .hasMessageContaining(reason);
  }

  @Test
  void aNewerNoticeInTheFolderIsAddedAndReplacesAPackagedOne(@TempDir Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("2027.json"),
        "{\"year\": 2027, \"days\": [{\"date\": \"2027-01-01\", \"isOffDay\": true}]}");
    Files.writeString(
        folder.resolve("2026.json"),
        "{\"year\": 2026, \"days\": [{\"date\": \"2026-12-31\", \"isOffDay\": true}]}");
    WorkingDays days = new WorkingDays(files.read(folder));
    assertThat(days.isProvisional(LocalDate.parse("2027-01-04"))).isFalse();
    assertThat(days.isWorkingDay(LocalDate.parse("2026-12-31"))).isFalse();
    assertThat(days.isWorkingDay(LocalDate.parse("2026-02-28"))).isFalse(); // no longer a make-up
    assertThat(files.read(folder)).extracting(CalendarYear::year).contains(2025, 2026, 2027);
  }
}
