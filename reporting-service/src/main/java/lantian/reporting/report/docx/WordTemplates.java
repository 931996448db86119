package lantian.reporting.report.docx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lantian.reporting.report.docx.UnusableTemplate.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The templates of the report, read and checked when the service starts: the packaged one, and in
 * its place those of an office. One of an office that cannot be used stops the start; it is never
 * passed over for another.
 */
public final class WordTemplates {
  private static final String PACKAGED = "/report-template.docx";
  private static final String ALL = "default";
  private static final String ENGLISH = "_en";
  private static final Pattern NAME = Pattern.compile("((?:default|\\d{6})(?:_en)?)\\.docx");
  private static final Pattern OF_A_WORD_PROCESSOR =
      Pattern.compile(
          ".*\\.(docx?|docm|dotx?|dotm|wpsx?|wptx?|odt|ott|rtf)", Pattern.CASE_INSENSITIVE);

  private final Map<String, WordTemplate> templates;

  private WordTemplates(Map<String, WordTemplate> templates) {
    this.templates = templates;
  }

  public static WordTemplates packaged() {
    return read(null);
  }

  /**
   * With those of an office.
   *
   * @param place one file for all jurisdictions, or a folder of {@code default.docx} and {@code
   *     150822.docx}, each with an {@code _en} of its own where English readers should get another
   */
  public static WordTemplates read(@Nullable Path place) {
    Map<String, WordTemplate> templates = new HashMap<>();
    templates.put(ALL, packagedTemplate());
    if (place != null) {
      Map<String, Path> files = Files.isDirectory(place) ? inFolder(place) : Map.of(ALL, place);
      files.forEach((name, file) -> templates.put(name, checked(file)));
    }
    return new WordTemplates(Map.copyOf(templates));
  }

  /** The jurisdiction's own before that of all, and the reader's language before the other. */
  WordTemplate of(String jurisdiction, boolean english) {
    List<String> wanted =
        english
            ? List.of(jurisdiction + ENGLISH, jurisdiction, ALL + ENGLISH, ALL)
            : List.of(jurisdiction, ALL);
    return wanted.stream().map(templates::get).filter(Objects::nonNull).findFirst().orElseThrow();
  }

  /** Which jurisdictions ({@code default} for the rest) have which file. */
  public Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    templates.forEach((name, template) -> names.put(name, template.name()));
    return names;
  }

  private static Map<String, Path> inFolder(Path folder) {
    Map<String, Path> files = new HashMap<>();
    List<Fault> faults = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path file : entries.sorted().toList()) {
        String name = file.getFileName().toString();
        Matcher matcher = NAME.matcher(name);
        if (matcher.matches()) {
          files.put(matcher.group(1), file);
        } else if (!isLockOrHidden(name) && OF_A_WORD_PROCESSOR.matcher(name).matches()) {
          faults.add(new Fault("file-name", name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (files.isEmpty() && faults.isEmpty()) {
      faults.add(new Fault("folder-empty"));
    }
    if (!faults.isEmpty()) {
      throw new UnusableTemplate(folder.toString(), faults);
    }
    return files;
  }

  /** Word keeps {@code ~$150822.docx} beside a file that is open. */
  private static boolean isLockOrHidden(String name) {
    return name.startsWith("~$") || name.startsWith(".");
  }

  private static WordTemplate checked(Path file) {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnusableTemplate(file.toString(), List.of(new Fault("file-unread")), e);
    }
    WordTemplate template = new WordTemplate(file.toString(), content);
    CheckingTemplate.check(template);
    return template;
  }

  private static WordTemplate packagedTemplate() {
    try (InputStream in = WordTemplates.class.getResourceAsStream(PACKAGED)) {
      return new WordTemplate(PACKAGED, Objects.requireNonNull(in, PACKAGED).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
