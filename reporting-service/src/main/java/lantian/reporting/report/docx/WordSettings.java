package lantian.reporting.report.docx;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the report looks as a document.
 *
 * @param templates a template, or a folder of templates, in place of the packaged one
 * @param letterheads by the code of the jurisdiction
 */
@ConfigurationProperties("lantian.reporting")
public record WordSettings(@Nullable String templates, Map<String, Letterhead> letterheads) {
  public WordSettings(@Nullable String templates, @Nullable Map<String, Letterhead> letterheads) {
    this.templates = templates;
    this.letterheads = letterheads == null ? Map.of() : letterheads;
  }

  public @Nullable Path templatesOrNull() {
    return templates == null || templates.isBlank() ? null : Path.of(templates);
  }
}
