package lantian.testing.infrastructure;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;

/** The switch and the images, from settings.properties, system properties and the environment. */
record Settings(Mode mode, List<String> kafkaImages, List<String> postgresImages) {
  private static final String SWITCH = "lantian.infrastructure";

  /** What the switch can say. */
  enum Mode {
    /**
     * Containers where an engine answers and has the images, without a pull; embedded elsewhere.
     */
    AUTO,
    /** Never looks for an engine. */
    EMBEDDED,
    /** Containers or failure. */
    CONTAINERS
  }

  static Settings ofThisRun() {
    return read(System::getProperty, System::getenv);
  }

  static Settings read(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment) {
    var defaults = defaults();
    Function<String, String> setting =
        name -> {
          var property = properties.apply(name);
          if (property != null && !property.isBlank()) {
            return property.strip();
          }
          var variable = environment.apply(variable(name));
          return variable != null && !variable.isBlank()
              ? variable.strip()
              : Objects.requireNonNull(defaults.getProperty(name), name);
        };
    return new Settings(
        mode(setting.apply(SWITCH)),
        images(setting.apply(SWITCH + ".kafka-images")),
        images(setting.apply(SWITCH + ".postgres-images")));
  }

  private static Mode mode(String word) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(Messages.both("\n", "mode-unknown", word)));
  }

  private static List<String> images(String names) {
    return Arrays.stream(names.replace("{kafka}", AppInfoParser.getVersion()).split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static String variable(String property) {
    return property
        .replace("lantian.", "lantian.test.")
        .replaceAll("[.-]", "_")
        .toUpperCase(Locale.ROOT);
  }

  private static Properties defaults() {
    var defaults = new Properties();
    try (var stream = Settings.class.getResourceAsStream("settings.properties")) {
      defaults.load(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return defaults;
  }
}
