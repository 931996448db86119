package lantian.warning.datafile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML file on the class path, bound to a record. */
public final class DataFile {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private DataFile() {}

  /** The same, of a file of the installation. */
  public static <T> T read(Path file, Class<T> type) {
    try (InputStream in = Files.newInputStream(file)) {
      return YAML.readValue(in, type);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IllegalStateException("data file " + file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("data file " + file, e);
    }
  }

  public static <T> T read(String name, Class<T> type) {
    try (InputStream in = DataFile.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("data file " + name + " is not on the class path");
      }
      return YAML.readValue(in, type);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IllegalStateException("data file " + name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("data file " + name, e);
    }
  }
}
