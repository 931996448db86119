package lantian.console.page;

import java.util.Locale;

/** The style in which a level is shown; a code that no page knows gets one of its own. */
public record LevelStyle() {
  public String of(String level) {
    return switch (level) {
      case "NONE", "YELLOW", "ORANGE", "RED" -> level.toLowerCase(Locale.ROOT);
      default -> "unknown";
    };
  }
}
