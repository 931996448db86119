package lantian.reporting.report.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The parts of the packaged template as text, which is where it is reviewed and changed; the .docx
 * is made from them. Run {@link #main} after a change.
 */
public final class TemplateParts {
  static final Path SOURCE = Path.of("src/main/report-template");
  static final Path PACKAGED = Path.of("src/main/resources/report-template.docx");
  private static final LocalDateTime FIRST_DAY_OF_ZIP = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Map<String, byte[]> parts;

  private TemplateParts(Map<String, byte[]> parts) {
    this.parts = new TreeMap<>(parts);
  }

  public static void main(String[] args) throws IOException {
    Files.write(PACKAGED, reviewed().toDocx());
  }

  static TemplateParts reviewed() {
    Map<String, byte[]> parts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        parts.put(SOURCE.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TemplateParts(parts);
  }

  static TemplateParts of(byte[] docx) {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TemplateParts(parts);
  }

  /** The same with one part changed, as an office would in Word. */
  TemplateParts with(String part, UnaryOperator<String> change) {
    TemplateParts changed = new TemplateParts(parts);
    String before = text(part);
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new IllegalArgumentException("nothing was changed in " + part);
    }
    changed.parts.put(part, after.getBytes(StandardCharsets.UTF_8));
    return changed;
  }

  TemplateParts withoutText(String text) {
    return with("word/document.xml", xml -> xml.replace(text, ""));
  }

  TemplateParts replacing(String text, String other) {
    return with("word/document.xml", xml -> xml.replace(text, other));
  }

  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    parts.keySet().forEach(name -> texts.put(name, text(name)));
    return texts;
  }

  String text(String part) {
    byte[] content = parts.get(part);
    if (content == null) {
      throw new IllegalArgumentException("no part " + part + " in " + parts.keySet());
    }
    return new String(content, StandardCharsets.UTF_8);
  }

  byte[] toDocx() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(FIRST_DAY_OF_ZIP);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
