package lantian.testing.infrastructure;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which infrastructure a run uses, and why.
 *
 * @param why in both languages, or the images
 */
record Choice(Infrastructure infrastructure, String why) {
  private static @Nullable Choice ofThisRun;

  static synchronized Choice ofThisRun() {
    var known = ofThisRun;
    if (known == null) {
      known = of(Settings.ofThisRun(), ContainerEngine.ofThisMachine());
      // Past what keeps the tests' output in files; not closed, for it is the process's own.
      known.announce(
          new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
          Path.of("target"));
      ofThisRun = known;
    }
    return known;
  }

  static Choice of(Settings settings, ContainerEngine engine) {
    return switch (settings.mode()) {
      case EMBEDDED -> embedded("asked");
      case CONTAINERS -> containersOrFailure(settings, engine);
      case AUTO -> containersIfEverythingIsHere(settings, engine);
    };
  }

  private static Choice containersOrFailure(Settings settings, ContainerEngine engine) {
    var objection = engine.objection();
    if (objection != null) {
      throw new IllegalStateException(
          Messages.both("\n", "containers-impossible", reason(objection)), objection);
    }
    // An image that is not here is pulled.
    return containers(
        engine.firstPresent(settings.kafkaImages()).orElseGet(settings.kafkaImages()::getFirst),
        engine
            .firstPresent(settings.postgresImages())
            .orElseGet(settings.postgresImages()::getFirst));
  }

  private static Choice containersIfEverythingIsHere(Settings settings, ContainerEngine engine) {
    var objection = engine.objection();
    if (objection != null) {
      return embedded("no-engine", reason(objection));
    }
    var kafka = engine.firstPresent(settings.kafkaImages());
    var postgres = engine.firstPresent(settings.postgresImages());
    if (kafka.isEmpty()) {
      return embedded("no-images", listed(settings.kafkaImages()));
    }
    if (postgres.isEmpty()) {
      return embedded("no-images", listed(settings.postgresImages()));
    }
    return containers(kafka.get(), postgres.get());
  }

  /** The first line of what was said. */
  private static String reason(RuntimeException objection) {
    return String.valueOf(objection.getMessage()).lines().findFirst().orElse("");
  }

  private static String listed(List<String> images) {
    return String.join(", ", images);
  }

  private static Choice embedded(String why, Object... arguments) {
    return new Choice(new EmbeddedInfrastructure(), Messages.both(" / ", why, arguments));
  }

  private static Choice containers(String kafka, String postgres) {
    return new Choice(new ContainerInfrastructure(kafka, postgres), kafka + ", " + postgres);
  }

  /** The line that a run says about itself. */
  String line() {
    return switch (infrastructure) {
      case EmbeddedInfrastructure embedded -> "embedded (" + why + ")";
      case ContainerInfrastructure containers -> "containers (" + why + ")";
    };
  }

  /** Says it on the console and in a file. */
  void announce(PrintStream console, Path target) {
    console.println("scenarios on: " + line());
    if (Files.isDirectory(target)) {
      try {
        Files.writeString(target.resolve("scenarios-on"), line() + "\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
