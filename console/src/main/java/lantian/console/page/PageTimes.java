package lantian.console.page;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as every page shows them: those of Beijing. */
public record PageTimes() {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  /** A dash where there is none. */
  public String of(@Nullable TemporalAccessor time) {
    return time == null ? "—" : MINUTE.format(time);
  }
}
